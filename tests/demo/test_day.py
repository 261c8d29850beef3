"""The day at which the demo stands."""

from datetime import UTC, datetime, timedelta

from click.testing import CliRunner

from kith.config.serve_command import demo
from kith.terms.errors import Refused


def test_a_day_that_has_not_come_yet_is_refused() -> None:
    """Mail from it would be undated, and say nothing to anybody."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    done = CliRunner().invoke(demo, ["--no-serve", "--day", f"{tomorrow}"])
    assert isinstance(done.exception, Refused)
    assert str(tomorrow) in str(done.exception)
    assert "Name a day up to today." in (done.exception.cure or "")
