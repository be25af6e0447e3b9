using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a viewer may see of a person.</summary>
/// <param name="Name">With the picture, and marks of where the person is from.</param>
/// <param name="Why">Why this viewer sees it.</param>
/// <param name="Rows">The values this viewer may see, each with its source.</param>
/// <param name="Common">Names of groups that both are in.</param>
/// <param name="Powers">What powers the person holds: for those who grant them, and for the holder.</param>
/// <param name="People">Those whom the assignments name.</param>
public sealed record Profile(
    PersonId Id, string Name, string? PictureUrl, bool Shielded, bool Own, bool ViewerIsPupil, Text Why, string? Headline, string? Email, string? Phone,
    IReadOnlyList<SummaryRow> Rows, IReadOnlyList<AssignmentRow> Assignments, IReadOnlyList<string> Common, IReadOnlyList<HeldAuthority> Powers, IReadOnlyDictionary<PersonId, PersonName> People);

/// <summary>Reads the page of a person.</summary>
public sealed class ProfileQueries(
    TupaDb db, PeopleSeen seen, PeopleNames names, AssignmentQueries assignments, Authorities authorities, ViewNotes views, TimeProvider clock)
{
    /// <summary>What pupils see of others, by the statement's fields: the name, the school and the teaching groups.</summary>
    private static readonly HashSet<string> ForPupils = new(StringComparer.Ordinal)
    {
        nameof(CardB.GivenName), nameof(CardB.School), nameof(CardB.ClassName), SummaryRow.TeachingGroups,
    };

    /// <summary>What is shown of a shielded person to those who share a close group.</summary>
    private static readonly HashSet<string> OfShielded = new(StringComparer.Ordinal)
    {
        nameof(CardA.GivenName), nameof(CardA.Email), nameof(CardA.UserId),
    };

    /// <summary>Null, after as many statements, for one who is unknown and for one whom the viewer does not see; four at the most, and the note that somebody has looked.</summary>
    public async Task<Profile?> FindAsync(PersonId person, Actor actor, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var viewer = await seen.PopulationsOfAsync(actor, stop);
        var cards = await CardsRead.OneAsync(seen.Visible(actor, viewer.Staff).Where(p => p.Id == person), db, now, stop);
        if (cards is null || (cards.A is null && cards.B is null)) return null;

        var groups = await GroupsRead.OfAsync(person, actor.Person, db, now, stop);
        var own = actor.Person == person;
        if (!own) await views.NoteAsync(actor, "register.profile.viewed", subject: person, stop: stop);
        var rows = SummaryRows.Of(cards, groups.Now).Where(r => own || Shown(r, cards.Shielded, viewer.OnlyPupil)).ToList();
        var held = cards.Shielded && !own ? [] : await assignments.OfAsync(person, groups.Given, stop);
        var current = held.Where(a => a.Current && (!viewer.OnlyPupil || own || a.Population != Population.Partner)).ToList();
        var people = await names.ForAsync([.. current.SelectMany(a => a.StoodInBy), .. current.Select(a => a.StandsInFor).OfType<PersonId>()], actor, stop);
        var powers = own || await authorities.ShowsAsync(actor.Person, AuthorityKind.RegisterAdministrator, stop) ? held.SelectMany(a => a.Powers) : [];
        return new(
            person, cards.Name, cards.PictureUrl, cards.Shielded, own, viewer.OnlyPupil, Why(actor, viewer, groups.Now, own), Headline(cards, current, own),
            ValueOf(rows, nameof(CardA.Email)), ValueOf(rows, nameof(CardA.Phone)), rows, current,
            cards.Shielded && !own ? [] : [.. groups.Now.Where(g => g.Mine && !own && g.Kind is not GroupKind.Unit).Select(g => g.Name).Distinct()], [.. powers], people);
    }

    private static bool Shown(SummaryRow row, bool shielded, bool toPupil) =>
        (!shielded || OfShielded.Contains(row.Field)) && (!toPupil || ForPupils.Contains(row.Field));

    private static string? ValueOf(List<SummaryRow> rows, string field) => rows.Find(r => r.Field == field)?.Value;

    private static string? Headline(CardsRead cards, List<AssignmentRow> current, bool own)
    {
        if (cards.Shielded && !own) return null;
        if (cards.Pupil) return string.Join(" · ", new[] { SourceText.Of(cards.B!.Role).ToString(), cards.B.ClassName, SchoolOf(cards) }.OfType<string>());

        var first = current.FirstOrDefault();
        var parts = new[] { first?.Duty, first?.Place ?? cards.A?.Organisation ?? SchoolOf(cards) };
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? SchoolOf(CardsRead cards) => cards.School is { } s ? PersonText.Named(s.NameFi, s.NameSv).ToString() : null;

    private static Text Why(Actor actor, Populations viewer, IReadOnlyList<GroupRead> groups, bool own) =>
        own ? ProfileText.WhyOwn
        : groups.Any(g => g.Mine && g.Close) ? ProfileText.WhyGroup(string.Join(", ", groups.Where(g => g.Mine && g.Close).Select(g => g.Name).Distinct()))
        : viewer.Staff && groups.Any(g => g.Id == GroupId.Staff || g.Id == GroupId.Elected) ? ProfileText.WhyStaff
        : actor.Person is null ? ProfileText.WhyHouse
        : ProfileText.WhySpace;
}
