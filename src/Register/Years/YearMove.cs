using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a change of school year does with one person, as a school says it.</summary>
[Stored]
public enum YearMove
{
    Arrives,
    Leaves,
    MovesSchool,
    MovesClass,

    /// <summary>In the same class as before, which has another name.</summary>
    MovesUp,

    /// <summary>Only the teaching groups are others.</summary>
    Groups,
    StaffArrives,
    StaffLeaves,
    StaffMoves,
    StaffGroups,

    /// <summary>A name, an address, a last day.</summary>
    Details,

    /// <summary>Whose the record is must be told by a person.</summary>
    Unclear,
}

/// <summary>Tells the moves apart.</summary>
internal static class YearMoves
{
    /// <summary>Pure; null where nothing changes that anybody sees.</summary>
    /// <param name="day">The day the plan is for.</param>
    public static YearMove? Of(PersonPlan plan, Places places, DateOnly day)
    {
        var staff = plan.Told.Role == SchoolRole.Staff;
        if (plan.Kind is StagedKind.Heard) return null;
        if (plan.Kind is StagedKind.Unclear) return YearMove.Unclear;
        if (plan.Kind is StagedKind.Ends || plan.Leaves) return Leaving(plan.Told.Role);
        if (plan.Kind is StagedKind.New or StagedKind.Returns || plan.Present.B is null) return staff ? YearMove.StaffArrives : YearMove.Arrives;
        if (places.UnitOf(plan.Told.School) is { } school && school != plan.Present.B.School) return staff ? YearMove.StaffMoves : YearMove.MovesSchool;

        // What has run out by itself says no more where one was.
        var renamed = plan.Values.Any(v => v is { Column: "class_name", OnlyOrigin: false });
        if (plan.Present.Assignments.Count == 0) return renamed && !staff ? YearMove.MovesUp : YearMove.Details;

        var before = plan.Present.Assignments.SelectMany(a => a.Groups).ToHashSet();
        var after = plan.Told.Assignments.Where(a => a.LastDay >= day).SelectMany(a => a.Groups).Select(places.GroupOf).OfType<Places.GroupRead>().ToList();
        var others = !before.SetEquals(after.Select(g => g.Id));
        if (staff) return others ? YearMove.StaffGroups : YearMove.Details;

        var classes = after.Where(g => g.Kind == GroupKind.Class).Select(g => g.Id).ToHashSet();
        if (!classes.SetEquals(before.Where(places.IsClass))) return YearMove.MovesClass;
        if (renamed) return YearMove.MovesUp;
        return others ? YearMove.Groups : YearMove.Details;
    }

    public static YearMove Leaving(SchoolRole? role) => role == SchoolRole.Staff ? YearMove.StaffLeaves : YearMove.Leaves;

    public static bool IsLeaving(YearMove? move) => move is YearMove.Leaves or YearMove.StaffLeaves;
}
