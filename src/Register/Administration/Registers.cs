namespace Tupa.Register;

/// <summary>Which of the two registers: A of staff, elected officials and partners, B of education.</summary>
public sealed record Registers(bool A, bool B)
{
    public static readonly Registers None = new(false, false);

    public bool Any => A || B;

    /// <summary>"A", "B" or "AB".</summary>
    public string Key => $"{(A ? "A" : "")}{(B ? "B" : "")}";

    /// <summary>Whether the people of a population can have a card of these.</summary>
    public bool Holds(Population population) => population switch
    {
        Population.Staff => Any,
        Population.Elected or Population.Partner => A,
        Population.Pupil => B,
    };

    public static Registers Of(string key) => new(key.Contains('A', StringComparison.Ordinal), key.Contains('B', StringComparison.Ordinal));

    /// <summary>Those that somebody administers. Pure.</summary>
    public static Registers Of(IEnumerable<HeldAuthority> held)
    {
        var scopes = held.Where(h => h.Kind == AuthorityKind.RegisterAdministrator).Select(h => h.Scope).ToList();
        return new(scopes.Exists(s => s is null or "A"), scopes.Exists(s => s is null or "B"));
    }
}
