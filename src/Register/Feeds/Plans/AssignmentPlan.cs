namespace Tupa.Register;

/// <summary>What becomes of the assignments of one record. It ends only what the record itself keeps up.</summary>
internal sealed record AssignmentPlan(
    IReadOnlyList<FedAssignment> Begins, IReadOnlyList<AssignmentId> Ends, IReadOnlyDictionary<AssignmentId, DateOnly> Moves, IReadOnlyList<Regrouping> Regroups, bool InPart)
{
    public static AssignmentPlan Of(FedPerson told, IReadOnlyList<Kept> kept, Places places, DateOnly today)
    {
        var (begins, ends, moves, regroups, inPart) = (new List<FedAssignment>(), new List<AssignmentId>(), new Dictionary<AssignmentId, DateOnly>(), new List<Regrouping>(), false);
        var open = kept.ToLookup(k => k.Assignment.Key ?? "", StringComparer.Ordinal);
        foreach (var said in told.Assignments)
        {
            var standing = open[said.Key].FirstOrDefault();
            if (!Known(said, places))
            {
                // What cannot be placed is neither begun nor ended: an unknown school must not put its pupils out.
                inPart = true;
            }
            else if (standing is null)
            {
                if (said.LastDay >= today) begins.Add(said);
            }
            else if (said.LastDay < today)
            {
                ends.Add(standing.Assignment.Id);
            }
            else if (IsAnother(said, standing.Assignment, places, today))
            {
                ends.Add(standing.Assignment.Id);
                begins.Add(said);
            }
            else
            {
                if (said.LastDay != standing.Assignment.LastDay) moves[standing.Assignment.Id] = said.LastDay;
                var groups = GroupsOf(said, places);
                var (added, gone) = (groups.Except(standing.Groups).ToList(), standing.Groups.Except(groups).ToList());
                if (said.StandsInFor is null && added.Count + gone.Count > 0) regroups.Add(new(standing.Assignment, added, gone));
            }
        }

        var named = told.Assignments.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        ends.AddRange(kept.Where(k => !named.Contains(k.Assignment.Key ?? "")).Select(k => k.Assignment.Id));
        return new(begins, ends, moves, regroups, inPart);
    }

    /// <summary>Nothing of what was goes on.</summary>
    public bool LeavesNothing(IReadOnlyList<Kept> kept) => Ends.Count == kept.Count;

    /// <summary>The classes and teaching groups of an assignment, as far as the house has them.</summary>
    public static HashSet<GroupId> GroupsOf(FedAssignment said, Places places) => said.Groups.Select(g => places.GroupOf(g)?.Id).OfType<GroupId>().ToHashSet();

    private static bool Known(FedAssignment said, Places places) =>
        (said.Unit is null || places.UnitOf(said.Unit) is not null)
        && (said.Organ is null || places.GroupOf(said.Organ) is not null)
        && (said.Unit ?? said.Organ) is not null;

    /// <summary>The place, the duty or the kind is another: the old one ends and a new one begins. One that has not begun is replaced when its first day changes.</summary>
    private static bool IsAnother(FedAssignment said, Assignment standing, Places places, DateOnly today) =>
        standing.Population != said.Population || standing.Kind != said.Kind
        || standing.Unit != places.UnitOf(said.Unit) || standing.Organ != places.GroupOf(said.Organ)?.Id || standing.Duty != places.DutyOf(said.Duty)
        || (standing.FirstDay > today && said.FirstDay is { } first && standing.FirstDay != first);
}
