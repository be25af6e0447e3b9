using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the registers hold of the one who asks.</summary>
public sealed record OwnPage(
    PersonId Id, string Name, bool Pupil, OwnPicture? Picture, IReadOnlyList<SummaryRow> Rows, IReadOnlyList<AssignmentRow> Assignments,
    IReadOnlyDictionary<PersonId, PersonName> People, IReadOnlyList<HeldAuthority> Powers);

/// <summary>Reads one's own page.</summary>
public sealed class OwnQueries(TupaDb db, AssignmentQueries assignments, PeopleNames names, PictureQueries pictures, TimeProvider clock)
{
    /// <summary>Null for one who is not a person.</summary>
    public async Task<OwnPage?> OfAsync(Actor actor, CancellationToken stop = default)
    {
        if (actor.Person is not { } me) return null;

        var now = clock.UtcNow();
        var cards = await CardsRead.OneAsync(db.Set<Person>().Where(p => p.Id == me), db, now, stop);
        if (cards is null) return null;

        var groups = await GroupsRead.OfAsync(me, me, db, now, stop);
        var held = await assignments.OfAsync(me, groups.Given, stop);
        var people = await names.ForAsync([.. held.SelectMany(a => a.StoodInBy), .. held.Select(a => a.StandsInFor).OfType<PersonId>()], actor, stop);
        return new(
            me, cards.Name, cards.Pupil, pictures.Own(cards), SummaryRows.Of(cards, groups.Now), held, people, [.. held.SelectMany(a => a.Powers)]);
    }
}
