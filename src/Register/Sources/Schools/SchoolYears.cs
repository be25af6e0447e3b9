namespace Tupa.Register;

/// <summary>The school years and terms that a file names, as far as they matter: when does the next one begin?</summary>
internal sealed class SchoolYears
{
    private readonly List<(bool Whole, DateOnly First)> _begin = [];

    /// <param name="type">As the standard has it: "schoolYear", "term" and so on.</param>
    public void Add(string type, DateOnly? first)
    {
        if (first is { } day) _begin.Add((type.Equals("schoolYear", StringComparison.OrdinalIgnoreCase), day));
    }

    /// <summary>The first school year that has not begun before the day; where the file names no such years, the first term. Null for neither.</summary>
    public DateOnly? Next(DateOnly today)
    {
        var coming = _begin.FindAll(b => b.First >= today);
        return coming.Where(b => b.Whole || !coming.Exists(o => o.Whole)).Select(b => (DateOnly?)b.First).Min();
    }
}
