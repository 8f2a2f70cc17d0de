"""People, services and settings as plain facts."""

import pytest

from casework.record.register import Person, Service, Setting


@pytest.mark.parametrize("kind", [Person, Service, Setting])
def test_an_address_is_read_line_by_line_as_an_envelope_wants_it(kind):
    said = {"agency": "health"} if kind is Service else {}
    one = kind("a", "A", address="Clinic House\n\n Quay Street \r\nSaltmarsh", **said)
    assert one.address_lines == ("Clinic House", "Quay Street", "Saltmarsh")
    assert kind("a", "A", **said).address_lines == ()
