"""How a frozen record becomes plain JSON values and comes back the same, or not at all."""

from dataclasses import MISSING, fields
from typing import get_args, get_origin, get_type_hints


class Kept:
    """A frozen dataclass whose words are kept as plain JSON values.

    Its fields are text, whole numbers, truth values, mappings of text to text,
    other kept records, or tuples of these. Anything else in the content is
    refused with a TypeError: a paper half understood is worse than none.
    """

    def to_content(self) -> dict:
        """Every field by name, tuples as lists, records as mappings."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_content(cls, content: dict):
        """Read it back. Raises TypeError for a field nobody knows, a missing one, or a value of the wrong kind."""
        if not isinstance(content, dict):
            raise TypeError(f"{cls.__name__} is kept as a mapping, not {content!r}.")
        known = {each.name: each for each in fields(cls)}
        unknown = sorted(set(content) - set(known))
        if unknown:
            raise TypeError(f"{cls.__name__} holds a field nobody can read: {', '.join(unknown)}.")
        missing = sorted(name for name, each in known.items() if name not in content and _must_be_there(each))
        if missing:
            raise TypeError(f"{cls.__name__} is not whole without {', '.join(missing)}.")
        types = get_type_hints(cls)
        return cls(**{name: _read(types[name], value, f"{cls.__name__}.{name}") for name, value in content.items()})


def _must_be_there(field) -> bool:
    """Whether this field has no value of its own to fall back on."""
    return field.default is MISSING and field.default_factory is MISSING


def _plain(value):
    """One value as JSON would keep it."""
    if isinstance(value, Kept):
        return value.to_content()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, dict) else value


def _read(kind, value, where):
    """One value, as its field declares it."""
    if get_origin(kind) is tuple:
        return _many(get_args(kind)[0], value, where)
    if get_origin(kind) is dict:
        return _mapping(value, where)
    choices = get_args(kind) or (kind,)
    if value is None and type(None) in choices:
        return None
    wanted = choices[0]
    if isinstance(wanted, type) and issubclass(wanted, Kept):
        return wanted.from_content(value)
    if type(value) is not wanted:
        raise TypeError(f"{where} is {wanted.__name__}, not {value!r}.")
    return value


def _many(kind, value, where):
    """A list of one kind of value."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"{where} is a list, not {value!r}.")
    return tuple(_read(kind, each, where) for each in value)


def _mapping(value, where):
    """A mapping of text to text."""
    if not isinstance(value, dict) or not all(isinstance(word, str) for pair in value.items() for word in pair):
        raise TypeError(f"{where} is a mapping of words to words, not {value!r}.")
    return dict(value)
