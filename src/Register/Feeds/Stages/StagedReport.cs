namespace Tupa.Register;

/// <summary>The numbers of a diff, as they are gathered.</summary>
internal sealed class StagedReport(int people)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal) { [Counted.People] = people };

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>People of the feed who are here now, and how many of them would not be any more.</summary>
    public int Live { get; set; }
    public int Ending { get; set; }

    /// <summary>Rows laid out.</summary>
    public int Changes { get; set; }

    /// <summary>Records of which something could not be placed.</summary>
    public int InPart { get; private set; }

    public int Of(string what) => _counts.GetValueOrDefault(what);

    public void Count(string what, int more = 1)
    {
        if (more > 0) _counts[what] = Of(what) + more;
    }

    public void Note(PersonPlan plan)
    {
        if (plan.Leaves) Ending++;
        if (plan.InPart) InPart++;
        if (plan.Nowhere) { Count(Counted.Left); InPart--; return; }

        Count(plan.Kind switch
        {
            StagedKind.New => Counted.New,
            StagedKind.Returns => Counted.Returns,
            StagedKind.Changed => Counted.Changed,
            StagedKind.Ends => Counted.Ends,
            StagedKind.Unclear => Counted.Unclear,
            StagedKind.Heard => Counted.Unchanged,
        });
        if (plan.Kind != StagedKind.Changed) return;
        foreach (var field in plan.Fields) Count(Counted.Field + field);
    }
}
