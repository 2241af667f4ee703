"""Kinds of questions. A check knows no sentence, no severity and no code; imports facts."""
