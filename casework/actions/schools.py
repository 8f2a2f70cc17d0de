"""Schools and colleges: asked about being named, and what they say."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper

ANSWERS = ("yes", "yes if", "no")


def consult_a_setting(case, today, *, setting):
    """A school or college is asked about being named (s.39(2), s.40(3)); it has 15 days to reply (Code 9.83)."""
    if not setting:
        raise Refusal("Choose a school or college.", "setting")
    if setting in case.consultations and not case.consultations[setting].answer:
        raise Refusal("This school or college has already been asked.", "setting")
    joined = kinds.PartyJoined(
        on=today, about="", capacity="setting consulted", purpose="to reply about being named", setting=setting
    )
    known = any((p.capacity, p.setting) == ("setting consulted", setting) for p in case.parties)
    asked = kinds.SettingConsulted(on=today, about=setting, plan=case.draft.plan)
    return [asked] if known else [asked, joined]


def reply_to_a_consultation(case, today, *, setting, answer, words):
    """The school or college says whether it can meet the needs. A “no” gives reasons the law allows (s.39(4))."""
    if setting not in case.consultations:
        raise Refusal("This school or college has not been asked about this child.")
    if case.consultations[setting].answer:
        raise Refusal("We already have your reply. To change it, write to the caseworker.")
    if answer not in ANSWERS:
        raise Refusal("Choose your answer.", "answer")
    if answer != "yes" and not words.strip():
        raise Refusal("Give your reasons. The law allows only some.", "words")
    paper = Paper("consultation reply", {"answer": answer, "words": words})
    return [paper, kinds.SettingReplied(on=today, about=setting, answer=answer, paper=paper.digest)]
