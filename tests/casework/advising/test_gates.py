"""What one type of advice must also show, by its gates."""

from casework.advising import self_check
from tests.casework.content_makers import SAM, an_advice


def found(advice, level="stop", **around):
    return {
        (finding.rule, finding.place)
        for finding in self_check(advice["type"], advice, child=SAM, **around)
        if finding.level == level
    }


def test_advice_on_adult_life_has_an_outcome_for_it():
    assert found(an_advice("preparing_for_adulthood")) == {("outcome for adult life", "outcomes")}
    ready = an_advice("preparing_for_adulthood", outcome={"outcome_category_second": "pfa_community"})
    assert found(ready) == set()


def test_a_sensory_teacher_records_their_qualification():
    advice = an_advice("sensory_hi", fields={})
    advice["author"]["registration"] = ""
    assert found(advice) == {("qualification recorded", "author_registration")}


def test_a_psychologist_who_has_not_met_the_child_is_asked_why():
    records = [{"date": "2026-03-03", "mode": "records only"}]
    advice = an_advice("educational_psychology", fields={"dates_seen": records, "gaps_text": ""})
    assert {rule for rule, _ in found(advice, "look")} == {"seen in person", "limits stated"}
    advice = an_advice(
        "educational_psychology", fields={"dates_seen": records, "gaps_text": "Sam was ill on both days."}
    )
    assert found(advice, "look") == set()


def test_section_g_and_its_decision_agree():
    advice = an_advice(
        "medical_paediatric",
        fields={"commissioner_agreed": "no_health_provision"},
        provision={"prov_plan_section": "G", "prov_what": "check the splints"},
    )
    assert found(advice) == {("section G decided", "commissioner_agreed")}


def test_therapist_hours_agree_with_the_rows():
    hours = {
        "direct_hours": "40",
        "staff_coaching_hours": "1",
        "training_hours": "1",
        "review_hours": "1",
        "report_meeting_hours": "1",
    }
    advice = an_advice(fields={"therapy_time": hours})
    [finding] = [each for each in self_check("speech_language", advice, child=SAM) if each.level == "look"]
    assert finding.words == "Direct therapist time is 40 hours a year, but the rows come to 19."


def test_a_programme_somebody_else_delivers_is_supervised():
    programme = {
        "prov_kind": "programme_delivered_by_setting",
        "prov_who": "Teaching assistant",
        "prov_what": "lead stretches",
    }
    bare = an_advice("physiotherapy", fields={"programme": {}}, provision=programme)
    assert ("delegated programmes supervised", "provision-1-prov_what") in found(bare, "look")
    trained = programme | {"prov_who": "Teaching assistant trained by a physiotherapist"}
    assert found(an_advice("physiotherapy", fields={"programme": {}}, provision=trained), "look") == set()


def test_a_care_need_has_help_in_h_or_a_reason():
    need = {"need_category": "social_care_related_to_sen", "need_plan_section": "D"}
    assert found(an_advice("social_care_early_help", need=need)) == {("care needs answered in H", "provision")}
    said = need | {"need_no_provision": "The family said no thank you on 4 March."}
    assert found(an_advice("social_care_early_help", need=said)) == set()
    helped = {"prov_plan_section": "H2", "prov_what": "go to the club with Sam", "prov_kind": "care_or_short_break"}
    assert found(an_advice("social_care_early_help", need=need, provision=helped)) == set()


def test_attendance_is_given_for_three_terms():
    term = {"term": "Autumn", "percent": "81"}
    assert found(an_advice("education_setting", fields={"attendance_pct": [term]}), "look") == {
        ("attendance for three terms", "attendance_pct")
    }
    assert found(an_advice("education_setting", fields={"attendance_pct": [term] * 3}), "look") == set()
