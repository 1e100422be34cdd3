"""How a block tells the editor, on the very field, what is to be mended."""

from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError


def problem(**fields: str | ValidationError) -> StructBlockValidationError:
    """A message, or the problem of a block inside, for each field."""
    return StructBlockValidationError(
        block_errors={
            field: ValidationError(message) if isinstance(message, str) else message
            for field, message in fields.items()
        }
    )


def problem_of_item(place: int, error: ValidationError) -> ListBlockValidationError:
    """The problem of one item of a list."""
    return ListBlockValidationError(block_errors={place: error})
