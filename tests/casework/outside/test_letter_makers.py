"""The made-up area of the letters is like a real one."""

from portal.settings import Area, Service
from tests.casework.outside.letter_makers import AREA


def test_the_made_up_area_has_every_setting_of_a_real_one():
    assert set(Area.__dataclass_fields__) - {"demonstration"} == set(vars(AREA))
    assert set(Service.__dataclass_fields__) == set(vars(AREA.sendiass))
