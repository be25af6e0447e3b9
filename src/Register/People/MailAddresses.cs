using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Where one person can be written to.</summary>
/// <param name="Address">The work address of card A; else the school's of card B.</param>
/// <param name="Pupil">Pupils and students who are not also staff: they get no mail unless they ask for it.</param>
public sealed record Addressee(PersonId Person, string Address, string Language, bool Pupil);

/// <summary>E-mail addresses, for the house's own mail. They are never shown by this.</summary>
public sealed class MailAddresses(TupaDb db, TimeProvider clock)
{
    /// <summary>Those of the people who have an address on a card that is in force. One statement.</summary>
    public Task<IReadOnlyDictionary<PersonId, Addressee>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop = default) =>
        OfAsync(people, clock.UtcNow(), stop);

    /// <summary>As they were at an instant: the last word to somebody whose access has ended.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Addressee>> OfAsync(IReadOnlyCollection<PersonId> people, DateTime now, CancellationToken stop = default)
    {
        var found = await db.Set<Person>()
            .Where(p => people.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Language,
                A = db.Set<CardA>().Where(c => c.Person == p.Id && (c.HiddenAt == null || now < c.HiddenAt)).Select(c => c.Email).FirstOrDefault(),
                HasA = db.Set<CardA>().Any(c => c.Person == p.Id && (c.HiddenAt == null || now < c.HiddenAt)),
                B = db.Set<CardB>().Where(c => c.Person == p.Id && (c.HiddenAt == null || now < c.HiddenAt)).Select(c => c.Email).FirstOrDefault(),
                Learner = db.Set<CardB>().Any(c => c.Person == p.Id && (c.HiddenAt == null || now < c.HiddenAt) && c.Role != SchoolRole.Staff),
            })
            .ToListAsync(stop);

        return found
            .Where(p => (p.A ?? p.B) is { Length: > 0 })
            .ToDictionary(p => p.Id, p => new Addressee(p.Id, (p.A ?? p.B)!, p.Language, p.Learner && !p.HasA));
    }
}
