"""Figures of several rounds, side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time


@dataclass(frozen=True, slots=True)
class Figure:
    """Events per second by the wall's clock; microseconds of this process's processor per event."""

    rate: float
    processor: float


def measured(work: Callable[[], None], *, events: int) -> Figure:
    """Do it once, and say how long it took."""
    begun, spent = perf_counter(), process_time()
    work()
    took, used = perf_counter() - begun, process_time() - spent
    return Figure(rate=events / took, processor=used / events * 1e6)


def tell(title: str, rounds: dict[str, list[Figure]], *, beside: str) -> None:
    """Print medians; the ratio is the median of what each round gives, beside the one named."""
    print(f"\n{title}")
    print(f"  {'':<36}{'median':>10}{'best':>10} events/s {'processor':>12}   ratio")
    for name, figures in rounds.items():
        rates = [figure.rate for figure in figures]
        ratio = median(
            figure.rate / other.rate
            for figure, other in zip(figures, rounds[beside], strict=True)
        )
        used = median(figure.processor for figure in figures)
        print(
            f"  {name:<36}{median(rates):>10,.0f}{max(rates):>10,.0f} {used:>17.1f} µs {ratio:>7.2f}"
        )
