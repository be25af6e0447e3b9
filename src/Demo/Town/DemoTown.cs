using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>
/// The demo municipality, Kuusisalmen kaupunki, as plain lists that point at each other by index.
/// The same seed, scale and moment give the same town on every machine. Nobody in it is real.
/// </summary>
public sealed class DemoTown
{
    public const string MailDomain = "kuusisalmi.example";

    private readonly TownDraft _draft;

    private DemoTown(TownDraft draft, TownPrinted printed)
    {
        _draft = draft;
        Printed = printed;
    }

    public static Text CityName { get; } = new(Fi: "Kuusisalmen kaupunki", Sv: "Kuusisalmi stad", En: "City of Kuusisalmi");

    public DateTime Now => _draft.Now;

    internal DateOnly Today => _draft.Today;

    internal (DateOnly First, DateOnly Last) SchoolYear => _draft.SchoolYear;

    public IReadOnlyList<TownUnit> Units => _draft.Units;

    public IReadOnlyList<TownDuty> Duties => _draft.Duties;

    public IReadOnlyList<TownPerson> People => _draft.People;

    public IReadOnlyList<TownAssignment> Assignments => _draft.Assignments;

    public IReadOnlyList<TownAuthority> Authorities => _draft.Authorities;

    public IReadOnlyList<TownGroup> Groups => _draft.Groups;

    public IReadOnlyList<TownSpace> Spaces => _draft.Spaces;

    public TownPrinted Printed { get; }

    /// <summary>About 5,000 people and 3,000 posts for each unit of scale.</summary>
    /// <param name="nowUtc">The moment the town is looked at: posts reach back 14 months from it, deadlines lie ahead of it.</param>
    public static DemoTown Build(ulong seed, int scale, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        var draft = new TownDraft(seed, scale, nowUtc);
        UnitRecipe.Lay(draft);
        CastRecipe.Lay(draft);
        for (var district = 0; district < scale; district++)
        {
            StaffRecipe.Lay(draft, district);
            SchoolRecipe.Lay(draft, district);
        }

        OrganRecipe.Lay(draft);
        for (var district = 0; district < scale; district++)
        {
            PartnerRecipe.Lay(draft, district);
            SubstituteRecipe.Lay(draft, district);
        }

        AuthorityRecipe.Lay(draft);
        GroupRecipe.Lay(draft);
        for (var district = 0; district < scale; district++) SpaceRecipe.Lay(draft, district);
        return new DemoTown(draft, CastRecipe.Printed(draft));
    }

    /// <summary>The posts, space by space and in the order of time, made while they are read; each reading gives the same.</summary>
    public IEnumerable<TownPost> Posts() => Spaces.SelectMany(Posts);

    /// <inheritdoc cref="Posts()"/>
    public IEnumerable<TownPost> Posts(TownSpace space) => new PostWriter(_draft, space).Write();

    /// <summary>Who is in a space: its stewards, the members of its groups, the persons granted; without doubles.</summary>
    public IReadOnlyList<int> Members(TownSpace space) => SpaceRecipe.Members(_draft, space);
}
