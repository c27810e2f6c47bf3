#!/usr/bin/env python3
"""Vergelijk de toerbeurten van `vt` met die van CP-SAT, op verzonnen jaren.

    python3 scripts/vergelijk-rooster.py               50 jaren, met vast zaad
    python3 scripts/vergelijk-rooster.py --jaren 5     minder
    python3 scripts/vergelijk-rooster.py --zaad 7      andere jaren

Het script bouwt `examples/rooster_json` en zet OR-Tools in een eigen omgeving onder target/. De regels van het
probleem staan hieronder nog eens uitgeschreven, los van `vt`. CP-SAT zoekt de beste wijzigingen, dan de beste
oneerlijkheid, dan spreiding en volgorde samen. Elk van de vier sommen moet gelijk zijn; anders is de status 1.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
ORTOOLS = "ortools==9.15.6755"
S = 720720
SECONDS = 300


def in_own_environment():
    """Starts again in an environment that has OR-Tools, which is made the first time."""
    place = TARGET / "vergelijk-rooster"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if pathlib.Path(sys.prefix).resolve() == place.resolve():
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", ORTOOLS], check=True)
    sys.exit(subprocess.run([str(python), __file__, *sys.argv[1:]]).returncode)


def invent(rng):
    """A year: three groups, absences, swaps, facts, and now and then turns sent out before."""
    first = datetime.date(2026, 1, 1)
    count = rng.randint(20, 53)
    day = lambda week: (first + datetime.timedelta(weeks=week)).isoformat()
    pools, names = [], [f"Plaats {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    rng.shuffle(names)
    for naam in ("groot", "klein", "gi"):
        size = rng.randint(2, 6)
        seats = []
        for _ in range(size):
            seat = {"naam": names[rng.randrange(len(names))]}
            if any(other["naam"] == seat["naam"] for other in seats):
                continue
            seat["gewicht"] = rng.choice([1, 1, 1, 1, 2, 3, 0])
            if rng.random() < 0.1:
                seat["vanaf"] = day(rng.randrange(count))
            if rng.random() < 0.1:
                seat["tot"] = day(rng.randrange(count))
            seats.append(seat)
        pools.append({"naam": naam, "aantal": rng.choice([1, 1, 1, 2, 3]), "zetels": seats})
    held = rng.choice([0, 0, rng.randint(1, count // 2)])

    def turns(number, low, high):
        entries = []
        for _ in range(number):
            pool = rng.choice(pools)
            seat = rng.choice(pool["zetels"])["naam"]
            entries.append({"datum": day(rng.randint(low, high)), "pool": pool["naam"], "zetel": seat})
        return entries

    away = []
    for _ in range(rng.randint(0, 25)):
        start = rng.randrange(count)
        away.append({"zetel": rng.choice(names), "van": day(start), "tot": day(start + rng.randint(0, 6))})
    return {"naam": "verzonnen", "vergaderingen": [day(week) for week in range(count)], "pools": pools,
            "afwezig": away, "ruilingen": turns(rng.randint(0, 6), 0, count), "gehouden": turns(held * 3, -20, held),
            "gepubliceerd": turns(rng.choice([0, 0, count, count * 3]), 0, count - 1)}


def divide(turns, seats, weight):
    shares, rest = {}, turns * S
    left = [seat for seat in seats if weight[seat] > 0]
    while total := sum(weight[seat] for seat in left):
        full = [seat for seat in left if rest * weight[seat] >= S * total]
        if not full:
            shares.update({seat: rest * weight[seat] // total for seat in left})
            break
        shares.update(dict.fromkeys(full, S))
        rest -= S * len(full)
        left = [seat for seat in left if seat not in full]
    return shares


class Pool:
    """One group of an instance, as the problem defines it."""

    def __init__(self, instance, pool):
        mine = lambda key: [(e["datum"], e["zetel"]) for e in instance[key] if e["pool"] == pool["naam"]]
        seats = {seat["naam"]: seat for seat in pool["zetels"]}
        weight = {name: seat["gewicht"] for name, seat in seats.items()}
        self.seats, self.wanted = sorted(seats, key=str.encode), pool["aantal"]

        def can(name, day):
            seat = seats[name]
            return (seat.get("vanaf") or "") <= day <= (seat.get("tot") or "9999") and not any(
                away["zetel"] == name and away["van"] <= day <= away["tot"] for away in instance["afwezig"])

        facts = {}
        for day, name in mine("gehouden"):
            facts.setdefault(day, set()).add(name)
        self.days = sorted(set(instance["vergaderingen"]) - set(facts))
        self.open = [[name for name in self.seats if can(name, day)] for day in self.days]
        self.places = [min(self.wanted, len(names)) for names in self.open]
        self.served = {name: sum(name in names for names in facts.values()) for name in self.seats}
        self.due = dict.fromkeys(self.seats, 0)
        for day, names in facts.items():
            served = names & set(seats)
            for name, share in divide(len(served), served | {n for n in seats if can(n, day)}, weight).items():
                self.due[name] += share
        course, so_far = [], dict.fromkeys(self.seats, 0)
        for names, places in zip(self.open, self.places):
            for name, share in divide(places, names, weight).items():
                so_far[name] += share
            course.append(dict(so_far))
        for name in self.seats:
            self.due[name] += so_far[name]
        still = {name: max(0, self.due[name] - S * self.served[name]) for name in self.seats}
        self.aim = [{name: still[name] * part[name] // so_far[name] if so_far[name] else 0 for name in self.seats}
                    for part in course]
        last = {name: max((day for day, names in facts.items() if name in names), default="") for name in self.seats}
        order = sorted(self.seats, key=lambda name: (last[name], name.encode()))
        self.rank = {name: place for place, name in enumerate(order)}
        self.fixed = []
        for day, names in zip(self.days, self.open):
            swaps = []
            for _, name in reversed([(d, n) for d, n in mine("ruilingen") if d == day and n in names]):
                if name not in swaps:
                    swaps.append(name)
            self.fixed.append(set(swaps[:self.wanted]))
        self.sent = [{name for d, name in mine("gepubliceerd") if d == day} for day in self.days]

    def sums(self, plan):
        """The four sums of a plan that keeps the hard rules."""
        turns = dict.fromkeys(self.seats, 0)
        changes = spread = order = 0
        for at, sits in enumerate(plan):
            assert len(set(sits)) == len(sits) == self.places[at], "the wrong number of seats"
            assert self.fixed[at] <= set(sits) <= set(self.open[at]), "a seat that can't, or a swap not kept"
            changes += len(self.sent[at] - set(sits))
            for name in sits:
                turns[name] += 1
            spread += sum((S * turns[name] - self.aim[at][name]) ** 2 for name in self.seats)
            order += sum(self.rank[name] * turns[name] for name in self.seats)
        unfair = sum((S * (self.served[name] + turns[name]) - self.due[name]) ** 2 for name in self.seats)
        return changes, unfair, spread, order


def best(pool):
    """The plan that CP-SAT proves best, and the seconds that it took."""
    from ortools.sat.python import cp_model
    model = cp_model.CpModel()
    sits = [{name: model.new_bool_var("") for name in names} for names in pool.open]
    for at, row in enumerate(sits):
        model.add(sum(row.values()) == pool.places[at])
        for name in pool.fixed[at]:
            model.add(row[name] == 1)

    def steps(count, most, aim):
        """A count as a sum of steps, each dearer than the one before: its square over S, without the constant."""
        flags = [model.new_bool_var("") for _ in range(most)]
        model.add(sum(flags) == count)
        return sum((S * (2 * step + 1) - 2 * aim) * flag for step, flag in enumerate(flags))

    changes = -sum(row[name] for at, row in enumerate(sits) for name in pool.sent[at] if name in row)
    spread, order, unfair = [], [], []
    for name in pool.seats:
        count, most = 0, 0
        for at, row in enumerate(sits):
            if name in row:
                count, most = count + row[name], most + 1
            if most:
                spread.append(steps(count, most, pool.aim[at][name]))
                order.append(pool.rank[name] * count)
        if most:
            unfair.append(steps(count, most, pool.due[name] - S * pool.served[name]))
    above = 1 + len(pool.seats) * sum(pool.places) * max(1, len(sits))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = SECONDS
    start = time.perf_counter()
    for goal in (changes, sum(unfair), above * sum(spread) + sum(order)):
        if not isinstance(goal, int):
            model.minimize(goal)
        status = solver.solve(model)
        if status != cp_model.OPTIMAL:
            return None, time.perf_counter() - start
        plan = [[name for name, var in row.items() if solver.value(var)] for row in sits]
        if not isinstance(goal, int):
            model.add(goal == round(solver.value(goal)))
        model.clear_hints()
        for row in sits:
            for var in row.values():
                model.add_hint(var, solver.value(var))
    return plan, time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jaren", type=int, default=50)
    parser.add_argument("--zaad", type=int, default=1980)
    options = parser.parse_args()
    in_own_environment()
    subprocess.run(["cargo", "build", "--release", "--quiet", "--example", "rooster_json"], cwd=ROOT, check=True)
    program = TARGET / "release" / "examples" / ("rooster_json.exe" if os.name == "nt" else "rooster_json")
    wrong, undecided, ratios, groups, ours, theirs = 0, 0, [], 0, [], []
    for year in range(options.jaren):
        instance = invent(random.Random(f"{options.zaad}-{year}"))
        text = json.dumps(instance).encode()
        start = time.perf_counter()
        answer = json.loads(subprocess.run([str(program)], input=text, stdout=subprocess.PIPE, check=True).stdout)
        own, other = time.perf_counter() - start, 0.0
        decided = True
        for entry, told in zip(instance["pools"], answer["pools"]):
            pool = Pool(instance, entry)
            plan = [row["zetels"] for row in told["beurten"] if not row["gehouden"]]
            found = pool.sums(plan)
            bound = told["ondergrens"]
            claims = [told, bound]
            is_right = all((claim["wijzigingen"], int(claim["oneerlijk"]), int(claim["spreiding"])) == found[:3]
                           for claim in claims)
            proven, seconds = best(pool)
            other += seconds
            groups += 1
            if proven is None:
                decided = False
                undecided += 1
            elif not is_right or pool.sums(proven) != found:
                wrong += 1
                print(f"jaar {year}, groep {entry['naam']}: vt {found}, CP-SAT {pool.sums(proven)}", file=sys.stderr)
        if decided:
            ratios.append(other / own)
            ours.append(own)
            theirs.append(other)
        print(f"jaar {year:>3}: {len(instance['vergaderingen'])} vergaderingen, vt {own * 1000:.1f} ms, "
              f"CP-SAT {other:.1f} s", flush=True)
    print(f"{groups} groepen, {wrong} verschillen, {undecided} niet beslist door CP-SAT binnen {SECONDS} s per som")
    if ratios:
        print(f"per jaar, met het starten van het programma erbij: vt mediaan {statistics.median(ours) * 1000:.1f} ms, "
              f"CP-SAT mediaan {statistics.median(theirs):.2f} s; {statistics.median(ratios):.0f} keer zo lang "
              f"(mediaan), {min(ratios):.0f} tot {max(ratios):.0f}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
