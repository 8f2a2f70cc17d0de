"""The self-check: what a quality reader would say, before a quality reader says it."""

import pytest

from casework.advising import self_check, types
from casework.lint import lint
from casework.tables import rows
from tests.casework.content_makers import OUTCOME, SAM, an_advice

WRITTEN = [each.id for each in types() if each.agency != "family"]


def found(advice, level="stop", **around):
    return {
        (finding.rule, finding.place)
        for finding in self_check(advice["type"], advice, child=SAM, **around)
        if finding.level == level
    }


@pytest.mark.parametrize("kind", [kind for kind in WRITTEN if kind != "preparing_for_adulthood"])
def test_a_whole_advice_may_be_sent(kind):
    assert found(an_advice(kind)) == set()


def test_a_whole_advice_hears_what_is_good():
    assert found(an_advice(), "look") == set()
    assert {rule for rule, _ in found(an_advice(), "good")} == {
        "voice heard", "needs met", "outcomes whole", "provision counted", "plain words", "family summary",
    }  # fmt: skip


def test_stops_come_before_looks_and_looks_before_what_is_good():
    advice = an_advice(fields={"family_summary": ""}, outcome={"outcome_text": "By July 2027 Sam will read."})
    levels = [finding.level for finding in self_check("speech_language", advice, child=SAM)]
    assert levels == sorted(levels, key=["stop", "look", "good"].index)
    assert set(levels) == {"stop", "look", "good"}


def test_a_family_is_never_checked():
    assert self_check("parent_carer", an_advice("parent_carer")) is not None
    assert {each.rule for each in self_check("parent_carer", {"type": "parent_carer"})} == set()


def test_a_blank_advice_names_each_thing_that_must_be_answered():
    blank = {"type": "speech_language", "fields": {}}
    places = {place for _, place in found(blank)}
    assert {"author_name", "voice_words", "family_summary", "understanding", "therapy_time", "needs"} <= places
    assert "swallow" not in places


@pytest.mark.parametrize(
    ("field", "said", "rule"),
    [
        ("voice_words", " ", "required field"),
        ("voice_method", [], "required field"),
        ("within_expertise", "no", "required field"),
        ("shared_with_family", "perhaps", "bad choice"),
        ("first_involved", "2026-02-30", "bad date"),
    ],
)
def test_an_answer_missing_or_of_the_wrong_kind_stops_it(field, said, rule):
    assert found(an_advice(fields={field: said})) == {(rule, field)}


def test_the_parts_of_a_repeat_are_looked_into():
    seen = [{"date": "2026-03-03", "mode": "face to face"}, {"date": "soon", "mode": ""}]
    assert found(an_advice(fields={"dates_seen": seen})) == {
        ("bad date", "dates_seen-2-date"),
        ("required field", "dates_seen-2-mode"),
    }


def test_no_answers_a_group_without_the_rest_of_it():
    advice = an_advice("camhs_ewmhs", fields={"safety_plan": {"yes_no": "no"}})
    assert found(advice) == set()
    advice = an_advice("camhs_ewmhs", fields={"safety_plan": {"yes_no": "yes"}})
    assert found(advice) == {("required field", "safety_plan-date"), ("required field", "safety_plan-held_by_role")}


def test_a_reason_stands_in_for_words_that_could_not_be_found():
    advice = an_advice(fields={"voice_words": "", "voice_words_reason": "Sam was in hospital. We will ask in May."})
    assert found(advice) == set()


@pytest.mark.parametrize("name", ["outcome_baseline", "outcome_measure", "outcome_due", "outcome_needs"])
def test_an_outcome_has_a_baseline_a_measure_a_date_and_a_need(name):
    assert found(an_advice(outcome={name: [] if name == "outcome_needs" else ""})) == {
        ("required field", f"outcomes-1-{name}")
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("prov_who", "who will do it"),
        ("prov_times", "how many times"),
        ("prov_period", "in each day, week or term"),
        ("prov_minutes", "how long each time"),
        ("prov_ratio", "how many adults to how many children"),
    ],
)
def test_provision_says_who_how_often_and_how_long(name, words):
    advice = an_advice(provision={name: ""})
    [finding] = [each for each in self_check("speech_language", advice, child=SAM) if each.level == "stop"]
    assert (finding.rule, finding.place) == ("PRV1", f"provision-1-{name}")
    assert finding.words == f"P1 does not say {words}."


def test_equipment_needs_no_minutes_and_no_ratio():
    desk = {"prov_kind": "equipment", "prov_what": "a sloping desk", "prov_minutes": "", "prov_ratio": ""}
    assert found(an_advice("occupational_therapy", provision=desk)) == set()


@pytest.mark.parametrize(("name", "said"), [("prov_times", "often"), ("prov_minutes", "20-45"), ("prov_weeks", "0")])
def test_a_number_is_a_whole_number(name, said):
    assert ("bad number", f"provision-1-{name}") in found(an_advice(provision={name: said}))


def test_a_link_leads_somewhere():
    advice = an_advice(
        provision={"prov_needs": ["N1", "N9"], "prov_outcomes": ["O4"]}, outcome={"outcome_needs": ["N1", "N8"]}
    )
    assert found(advice) == {
        ("unknown link", "provision-1-prov_needs"),
        ("unknown link", "provision-1-prov_outcomes"),
        ("unknown link", "outcomes-1-outcome_needs"),
    }


def test_a_need_nobody_meets_has_a_reason():
    advice = an_advice()
    advice["needs"].append(advice["needs"][0] | {"need_ref": "N2"})
    assert found(advice) == {("need has provision", "needs-2-need_no_provision")}
    advice["needs"][1]["need_no_provision"] = "Met by what every school offers."
    assert found(advice) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Sam will ask a friend to play, so that she has friends.", "OUT1"),
        ("By July 2027 she will ask a friend to play, so that she has friends.", "OUT1"),
        ("By July 2027 Sam will be settled, so that she is happy.", "OUT2"),
        ("By July 2027 Sam will ask a friend to play.", "OUT4"),
    ],
)
def test_an_outcome_is_dated_seen_and_matters(text, rule):
    looks = found(an_advice(outcome={"outcome_text": text}), "look")
    assert rule in {each for each, _ in looks}


def test_help_in_disguise_is_not_an_outcome():
    advice = an_advice(outcome={"outcome_text": "By July 2027 Sam will use weekly therapy sessions so that she talks."})
    assert found(advice) == {("OUT3", "outcomes-1-outcome_text")}


def test_a_near_copy_of_another_childs_outcome_is_looked_at():
    copied = OUTCOME["outcome_text"].replace("Sam", "Kai").replace("she has", "he has")
    assert ("OUT6", "outcomes-1-outcome_text") in found(an_advice(), "look", earlier=[copied])
    assert found(an_advice(), "look", earlier=["By June Kai will travel by bus alone."]) == set()


def test_a_vague_promise_stops_unless_the_writer_says_why_it_stays():
    vague_one = {"prov_what": "give emergency medicine as needed"}
    assert found(an_advice(provision=vague_one)) == {("PRV2", "provision-1-prov_what")}
    kept = vague_one | {"prov_wording": "The emergency plan of 3 March says when."}
    assert found(an_advice(provision=kept)) == set()


def test_vague_words_elsewhere_are_only_looked_at():
    advice = an_advice(fields={"working_now": "Sam would benefit from a talker."})
    assert found(advice) == set()
    assert ("weak words", "working_now") in found(advice, "look")


def test_the_childs_own_words_are_never_marked():
    assert lint("I would benefit from less noise.", "advice")
    advice = an_advice(
        fields={"voice_words": "I would benefit from less noise.", "working_now": "She said “I would benefit from it”."}
    )
    assert found(advice, "look") == set()


def test_a_long_answer_is_a_hint_and_never_a_stop():
    advice = an_advice(fields={"voice_words": "word " * 400})
    assert found(advice) == set()
    assert found(advice, "look") == {("too long", "voice_words")}


def test_another_childs_name_stops_it_wherever_it_stands():
    advice = an_advice(fields={"gaps_text": "Kai Brown was away."}, provision={"prov_where": "Beside Kai Brown"})
    assert found(advice, others=["Kai Brown", "Lee"]) == {
        ("other child", "gaps_text"),
        ("other child", "provision-1-prov_where"),
    }


def test_help_that_educates_is_looked_at_outside_section_f():
    advice = an_advice(provision={"prov_plan_section": "G"})
    assert ("PRV4", "provision-1-prov_plan_section") in found(advice, "look")


def test_a_report_from_elsewhere_comes_with_its_file():
    report = an_advice("other_or_independent")
    assert found(report) == set()
    assert found(report | {"files": []}) == {("required field", "upload")}


def test_every_finding_has_words_with_nothing_left_open():
    messy = an_advice(outcome={"outcome_text": "therapy"}, provision={"prov_what": "regular help", "prov_who": ""})
    for finding in self_check("speech_language", messy, others=["Sam"], earlier=["therapy"]):
        assert finding.words.endswith((".", "?")) and "{" not in finding.words + finding.why + finding.better
        assert finding.words[0].isupper() or finding.words[0] == "“"


def test_every_rule_of_the_table_has_a_level_the_page_knows():
    assert {row["level"] for row in rows("advice-rules")} == {"stop", "look", "good"}


@pytest.mark.parametrize("said", ["🙂", "שלום", "\x00", "<script>", "a" * 5_000])
def test_strange_words_are_read_without_a_fault(said):
    advice = an_advice(fields={"working_now": said}, need={"need_text": said}, provision={"prov_what": said})
    assert found(advice) == set()


def test_every_finding_leads_to_the_part_of_the_template_it_is_in():
    advice = an_advice(fields={"voice_words": ""}, need={"need_text": ""}, provision={"prov_plan_section": "G"})
    advice["needs"].append(advice["needs"][0] | {"need_ref": "N2"})
    placed = {finding.place: finding.section for finding in self_check("speech_language", advice, child=SAM)}
    assert placed["voice_words"] == "voice"
    assert placed["needs-1-need_text"] == placed["needs-2-need_no_provision"] == "needs"
    assert placed["provision-1-prov_plan_section"] == "provision"
    assert placed["family summary"] == ""
    [finding] = [each for each in self_check("speech_language", advice, child=SAM) if each.rule == "PRV4"]
    assert finding.words == "P1 is in section G, but sounds as if it educates or trains."
