"""Fields that Python cannot name, such as `from`, get an underscore: `block.from_`."""

from keyword import iskeyword
from operator import attrgetter
from types import ModuleType


def rename_keywords(module: ModuleType) -> None:
    """Renames such fields in the classes of the module and in their variants."""
    for cls in classes(module):
        for nested in [cls, *classes(cls)]:
            if hasattr(nested, "__match_args__"):
                _rename(nested)


def classes(inside: object) -> list[type]:
    return [value for value in vars(inside).values() if isinstance(value, type)]


def _rename(cls: type) -> None:
    fields: tuple[str, ...] = vars(cls)["__match_args__"]
    found = {field.rstrip("_") for field in fields if iskeyword(field.rstrip("_"))}
    for field in found:
        setattr(cls, f"{field}_", property(attrgetter(field)))
    renamed = tuple(f"{field}_" if field in found else field for field in fields)
    setattr(cls, "__match_args__", renamed)
