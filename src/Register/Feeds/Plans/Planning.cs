namespace Tupa.Register;

/// <summary>What it does to hear a record: a pure comparison of what is said with what stands. Made to show the diff, and made again when it is applied.</summary>
/// <param name="ofYear">
/// It was said for a change of school year, perhaps long ago: a value that the source has given since stays, and who goes on begins at
/// once, though the first day of school is later.
/// </param>
internal sealed class Planning(Source source, Places places, DateOnly today, DateTime receivedAt, bool ofYear = false)
{
    public PersonPlan Of(FedPerson told, Present present)
    {
        if (!present.Match.Clear) return new(told, present, StagedKind.Unclear);
        if (told.Left) return Leaving(told, present);

        var assignments = AssignmentPlan.Of(told, present.Assignments, places, today);
        var fresh = present.Person is null;
        var said = CardColumns.Said(told, places);
        if (!present.HasCard(told.Card) && (Lacks(told, said) || (fresh && (assignments.Begins.Count == 0 || told.CutAt is not null))))
            return new(told, present, StagedKind.Heard) { Nowhere = true, InPart = true };

        var values = Values(told, present, said).ToList();
        var silent = Silent(told.Card, present, said).ToList();
        var plan = new PersonPlan(told, present, fresh ? StagedKind.New : present.Record is { State: RecordState.Ended } ? StagedKind.Returns : StagedKind.Changed)
        {
            Values = [.. values, .. silent.Select(column => new ValueChange(column, null))],
            LetsGo = silent.Count > 0,
            Shield = Shield(told, present),
            Begins = ofYear && present.Record is { State: RecordState.Live, Person: not null } && assignments.LeavesNothing(present.Assignments) ? WithoutPause(assignments.Begins) : assignments.Begins,
            Ends = assignments.Ends,
            Moves = assignments.Moves,
            Regroups = assignments.Regroups,
            Settled = [.. present.Held.Values.Where(c => said.TryGetValue(c.Column, out var value) && value == present.Value(told.Card, c.Column))],
            InPart = assignments.InPart,
            Leaves = present.Assignments.Count > 0 && assignments.Begins.Count == 0 && assignments.Ends.Count == present.Assignments.Count,
        };
        return plan.Kind == StagedKind.Changed && plan.ChangesNothing ? plan with { Kind = StagedKind.Heard } : plan;
    }

    /// <summary>Those that begin first, begin now.</summary>
    private IReadOnlyList<FedAssignment> WithoutPause(IReadOnlyList<FedAssignment> begins)
    {
        var first = begins.Select(b => b.FirstDay).DefaultIfEmpty().Min();
        return first > today && begins.All(b => b.FirstDay is not null) ? [.. begins.Select(b => b.FirstDay == first ? b with { FirstDay = today } : b)] : begins;
    }

    /// <summary>The same record has said something else since.</summary>
    private bool IsOlder(Standing? standing, SourceRecordId record) => ofYear && standing is { } stands && stands.Record == record && stands.ReceivedAt > receivedAt;

    private static PersonPlan Leaving(FedPerson told, Present present) => new(told, present, present.Record is { State: RecordState.Live } ? StagedKind.Ends : StagedKind.Heard)
    {
        Ends = [.. present.Assignments.Select(a => a.Assignment.Id)],
        Leaves = present.Record is { State: RecordState.Live, Person: not null },
    };

    private static bool Lacks(FedPerson told, Dictionary<string, string> said) =>
        told.Card == Card.B && !(said.ContainsKey("school") && said.ContainsKey("institution_code") && said.ContainsKey("role"));

    private IEnumerable<ValueChange> Values(FedPerson told, Present present, Dictionary<string, string> said)
    {
        var card = told.Card;
        if (card == Card.A && !present.HasCard(card) && !said.ContainsKey("organisation")) said["organisation"] = Organisation(told);
        foreach (var column in CardColumns.Of(card))
        {
            if (!said.TryGetValue(column, out var value) || present.Held.ContainsKey(column)) continue;

            var standing = present.Origins.TryGetValue(column, out var origin) ? origin.Standing : null;
            var stands = present.Value(card, column);
            var record = present.Record?.Id ?? default;
            if (IsOlder(standing, record)) continue;
            switch (stands is null ? Outcome.Takes : Contest.Of(card, column, source, record, receivedAt, value, stands, standing))
            {
                case Outcome.Takes: yield return new(column, value); break;
                case Outcome.Confirms: yield return new(column, value, OnlyOrigin: true); break;
                case Outcome.Stays: break;
            }
        }
    }

    /// <summary>What only this record held up, and says nothing of any more.</summary>
    private IEnumerable<string> Silent(Card card, Present present, Dictionary<string, string> said) =>
        from column in CardColumns.Of(card)
        where CardColumns.MayBeEmpty(column) && !said.ContainsKey(column) && !present.Held.ContainsKey(column) && present.Value(card, column) is not null
        where present.Record is { } record && present.Origins.TryGetValue(column, out var origin) && origin.Standing.Record == record.Id && !IsOlder(origin.Standing, record.Id)
        select column;

    /// <summary>Any source may shield; only the one that did, or its silence for ever, lifts it.</summary>
    private static bool? Shield(FedPerson told, Present present) => (told.Shielded, present.Person?.Shielded ?? false) switch
    {
        (true, false) => true,
        (false, true) when present.Origins.TryGetValue(CardColumns.Shielded, out var origin)
            && (origin.Standing.Record == present.Record?.Id || !origin.Standing.Live) => false,
        _ => null,
    };

    private string Organisation(FedPerson told) =>
        told.Assignments.Select(a => places.UnitOf(a.Unit)).OfType<UnitId>().Select(u => places.Unit(u)?.Name).FirstOrDefault(n => n is not null)
        ?? told.Assignments.Select(a => places.GroupOf(a.Organ)?.NameFi).FirstOrDefault(n => n is not null)
        ?? "";
}
