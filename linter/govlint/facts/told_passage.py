"""told_passage: the figures of a paragraph, when each of them was so, and what each is of."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, shares_pair
from govlint.facts.told_moments import Moment, is_before, moment_of, years_between
from govlint.facts.told_names import (
    LEAST,
    Base,
    base_of,
    compared_in,
    is_called,
    name_of,
    subject_of,
)
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.years import YEAR

_OF_RATES = CHANGE_ROLES | {"目标", "其中", "部分", "差距", "倍数", "增量", "高低"}
_NOT_PLAIN = _OF_RATES | {"占比"}
_OWN_YEAR = re.compile(rf"(?<![比较与同是为])({YEAR})年[^，。；0-9]*$")
_THAT = re.compile("[这此该]一?(?:数字|数值|比例|数据|指标|比率|数|项)")
_BY = re.compile("(?:经过?|通过|随着|依托|受|由于|因为?|围绕|得益于|按照?|根据|针对|面对|借助|为)")
"""A clause that tells by what something has changed, not what."""
_BEHIND = re.compile("^[^，。；：（）、0-9]{1,6}(?=，)")
"""What a figure counts, where that stands behind it: 0.82吨标准煤，下降."""
_DOING = re.compile(
    "办理|接待|受理|发放|查处|检测|检查|培训|审核|签订|登记|审结|办结|建成|改造|引进"
)
"""What was done, which does not yet tell to what."""
_REST = re.compile("其[余他它]")
_OF_GROWTH = re.compile("(?:[涨降增]幅|增速)[^，。；0-9]{0,14}$")
_ENDS = re.compile("[。；！？\n]")
_ASIDE = re.compile(f"，(?:而)?{YEAR}年[末底]?(?:仅|只)?[为是有]")
_WHOLE = ("", "初")
_SAME_PART = "同期"
_LAST_YEAR = -1
_NEAR = 18


class Passage:
    """``start``: where its text begins."""

    def __init__(self, text: str, figures: list[Figure], start: int) -> None:
        self.text, self.figures, self.start = text, figures, start
        self._moments: dict[int, Moment | None] = {}

    def levels(self, stated: Figure) -> list[Figure]:
        """What a change may lead from or to, told before it."""
        before = self.figures[: self.figures.index(stated)]
        rate = _OF_GROWTH.search(self.text, *stated.lead)
        if stated.dimension == POINTS and rate is not None:
            sign = -1 if rate[0].startswith("降") else 1
            return [f for f in before if _is_growth(f) and f.sign == sign]
        return [f for f in before if _is_level(f, stated) and not _REST.search(self.text, *f.lead)]

    def now(self, stated: Figure, levels: list[Figure], subject: str) -> tuple[Figure | None, bool]:
        """What has changed, and whether the change stands right behind it."""
        states = [
            f
            for place, f in enumerate(levels)
            if not (self._is_past(f) or (place and self._is_aside(f, levels[place - 1])))
        ]
        if not states:
            return None, False
        last = self._latest(states)
        lead = self.text[slice(*stated.lead)]
        chained = all(
            f in levels or f.dimension == TIMES or self._is_bare(f)
            for f in self.between(last, stated)
        )
        year = _OWN_YEAR.search(lead)
        if year is not None and len(subject) < LEAST:
            own = [f for f in states if self._year(f) == int(year[1])]
            return (own[0], chained) if len(own) == 1 else (None, False)
        if len(subject) < LEAST:
            if not chained or _ENDS.search(lead[1:]):
                return None, False
            return last, len(CLAUSE.split(_BEHIND.sub("", lead).strip("，、。；（）"))) == 1
        if year is not None:
            states = [f for f in states if self._year(f) == int(year[1])]
            if len(states) == 1:
                return states[0], False
        for level in reversed(states):
            if is_called(subject, self.name(level)):
                latest = self._latest([f for f in states if f.span <= level.span])
                return latest, latest is last and chained
        return None, False

    def _latest(self, states: list[Figure]) -> Figure:
        """The last of several figures, or one told before it of the same in a later year: 2024年
        1.8万辆；2022年，这一数字为0.6万辆."""
        last = states[-1]
        later = [
            f
            for f in states
            if f.dimension == last.dimension
            and self._year(f) > self._year(last) > 0
            and is_called(self.name(f), self.name(last))
        ]
        return max(later, key=self._year) if later else last

    def base(self, stated: Figure, now: Figure) -> Base | None:
        """Against what a change is told, or the one before it: 比2020年增加66人，增长1.8%."""
        told = [f for f in self.between(now, stated) if self._is_bare(f)]
        for figure in (stated, *reversed(told)):
            base = base_of(CLAUSE.split(self.text[slice(*figure.lead)])[-1])
            if base is not None:
                return base
        return None

    def then(self, now: Figure, alike: list[Figure], base: Base | None) -> Figure | None:
        """The only figure of the time that a change is told against."""
        moment = self.moment(now)
        whence = self._whence(now)
        if whence is not None:
            return whence if base is None or (base.years and not base.other) else None
        found = [
            f
            for f in alike
            if f != now and (self._fits(self.moment(f), moment, base) or self._is_aside(f, now))
        ]
        if not found and base is not None and base.last and (moment is None or not moment.dated):
            found = self._last_of_series(now, alike)
        if moment is not None and moment.part not in _WHOLE:
            parts = (moment.part, _SAME_PART)
            moments = [(f, self.moment(f) or moment) for f in found]
            found = [f for f, told in moments if told.part in parts or told.base]
        if len({f.value for f in found}) > 1 and base is not None and base.years:
            over = [f for f in found if self._years_to(f, now) == base.years]
            found = over or found
        if len({f.value for f in found}) > 1:
            name = self.name(now)
            found = [f for f in found if is_called(name, self.name(f))]
        return found[-1] if len({f.value for f in found}) == 1 else None

    def _whence(self, now: Figure) -> Figure | None:
        """What a figure has come from, where that stands before it: 由68座增加到92座."""
        place = self.figures.index(now)
        before = self.figures[place - 1] if place and "终点" in now.roles else None
        told = before is not None and "起点" in before.roles and before.dimension == now.dimension
        return before if told else None

    def _is_aside(self, figure: Figure, now: Figure) -> bool:
        """Whether a figure tells what was in another year than the one before it, of which no year
        is told: 骑手4200人，2023年末为3500人."""
        moment = self.moment(figure)
        behind = self.text[slice(*figure.lead)]
        return (
            figure.lead.start == now.span.end
            and moment is not None
            and moment.dated
            and self.moment(now) is None
            and _ASIDE.fullmatch(behind) is not None
        )

    def _years_to(self, figure: Figure, now: Figure) -> int:
        one = self.moment(figure)
        return years_between(one, self.moment(now)) if one else 0

    def _last_of_series(self, now: Figure, alike: list[Figure]) -> list[Figure]:
        """The last of the years told before what is told of this year: 2023年52.6%，2024年55.1%
        ……今年58.4%."""
        name = self.name(now)
        told = [f for f in alike if f.span < now.span and is_called(name, self.name(f))]
        years = [self._year(f) for f in told]
        in_turn = len(years) > 1 and years == [*range(years[0], years[0] + len(years))]
        return told[-1:] if in_turn and years[0] > 0 else []

    def between(self, one: Figure, other: Figure) -> list[Figure]:
        """The figures behind the one and before the other."""
        return self.figures[self.figures.index(one) + 1 : self.figures.index(other)]

    def are_dated(self, *figures: Figure) -> bool:
        """Whether the years of figures are told by their numbers."""
        return all(self._year(f) > 0 for f in figures)

    def is_taken(self, then: Figure, now: Figure, alike: list[Figure]) -> bool:
        """Whether one figure alone was held against the earlier one, and another of their kind is
        told since."""
        moment = self.moment(then)
        if moment is None or not moment.base:
            return False
        return any(then.span < f.span for f in alike if f not in (then, now))

    def are_series(self, figures: list[Figure]) -> bool:
        """Whether figures of one unit are told year by year."""
        years = [self._year(f) for f in figures]
        same = len({f.unit for f in figures}) == 1
        return same and len(years) > LEAST and min(years) > 0 and years == sorted(set(years))

    def is_only(self, then: Figure, now: Figure, alike: list[Figure]) -> bool:
        """Whether no other figure of the same unit may be meant."""
        name, values = self.name(now), (then.value, now.value)
        others = [f for f in alike if f not in (then, now) and f.value not in values]
        return bool(name) and all(
            self.moment(f) is not None or not shares_pair(name, self.name(f)) for f in others
        )

    def years(self, then: Figure, now: Figure, base: Base | None) -> tuple[int, ...]:
        """Over how many years a mean change is one."""
        moment = self.moment(then)
        apart = years_between(moment, self.moment(now)) if moment else 0
        if apart > 1:
            return (apart,)
        number = base.years if base else 0
        return (number - 1, number) if number > LEAST else ()

    def moment(self, figure: Figure) -> Moment | None:
        """When a figure was so."""
        key = figure.span.start
        if key not in self._moments:
            growth = not figure.roles.isdisjoint(CHANGE_ROLES)
            self._moments[key] = moment_of(self.text, key, self.start, growth=growth)
        return self._moments[key]

    def name(self, figure: Figure) -> str:
        """What a figure is of: where its words do not say it, the same as the one before of its
        kind."""
        own = self._own_name(figure)
        before = self.figures[: self.figures.index(figure)]
        alike = (f for f in reversed(before) if f.dimension == figure.dimension)
        last = next((name for f in alike if (name := self._own_name(f))), "")
        if _DOING.fullmatch(own) and last.startswith(own):
            return last  # 办理婚姻登记3200对；2023年，办理3520对
        return own or last

    def _own_name(self, figure: Figure) -> str:
        clauses = CLAUSE.split(self.text[slice(*figure.lead)])
        if _THAT.search(clauses[-1]):
            return ""
        name = name_of(clauses[-1])
        name = name or compared_in(self.text[figure.span.end : figure.span.end + _NEAR])
        if name or len(clauses) == 1 or _BY.match(clauses[-2]):
            return name
        return name_of(clauses[-2])

    def _year(self, figure: Figure) -> int:
        moment = self.moment(figure)
        return (moment.year or 0) if moment else 0

    def _is_past(self, figure: Figure) -> bool:
        moment = self.moment(figure)
        return "上期" in figure.roles or (moment is not None and moment.past)

    def _is_bare(self, figure: Figure) -> bool:
        """Whether a figure is a change of what was told before it: ，增长8%."""
        subject = subject_of(CLAUSE.split(self.text[slice(*figure.lead)])[-1])
        return bool(figure.roles & CHANGE_ROLES) and len(subject) < LEAST

    @staticmethod
    def _fits(then: Moment | None, now: Moment | None, base: Base | None) -> bool:
        """Whether a moment is the one that a change is told against."""
        if then is None or not is_before(then, now):
            return False
        if base is None or (then.base and then.year is None and not then.part):
            return True
        if base.begin:
            return "年初" in then.part
        if base.event:
            return then.year is None and "年初" not in then.part
        if base.last:
            at_last = then.year == _LAST_YEAR and not (now and now.dated)
            return at_last or years_between(then, now) == 1
        return not base.other and base.year in (0, then.year)


def _is_growth(figure: Figure) -> bool:
    """Whether a figure tells by how much something has grown."""
    plain = not (figure.about or figure.limit or figure.turn[1])
    return plain and figure.dimension == PERCENT and bool(figure.sign) and figure.value > 0


def _is_level(figure: Figure, stated: Figure) -> bool:
    """Whether a figure may be what a change leads from or to."""
    if figure.about or figure.turn[1] or not figure.value:
        return False
    if figure.limit and not (figure.limit == ">" and stated.dimension == DOUBLINGS):
        return False
    if stated.dimension == POINTS:
        return figure.dimension == PERCENT and not figure.roles & _OF_RATES
    if figure.dimension in (PERCENT, POINTS, TIMES, DOUBLINGS) or figure.roles & _NOT_PLAIN:
        return False
    return stated.dimension in (PERCENT, TIMES, DOUBLINGS, figure.dimension)
