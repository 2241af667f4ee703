"""What the check for broken characters holds as a constant is what the codec for GBK says."""

from govlint.checks.wording.mojibake import LEADS


def test_leads() -> None:
    chinese = [(lead, second) for lead in range(0xE4, 0xEA) for second in range(0x80, 0xC0)]
    mark_of_byte_order = (0xEF, 0xBB)
    assert {*LEADS} == {bytes(pair).decode("gbk") for pair in (*chinese, mark_of_byte_order)}
