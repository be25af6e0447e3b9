using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What was typed when a hold is placed.</summary>
/// <param name="Whom">An exact user ID or e-mail, or the id from the person's page in the register.</param>
public sealed record HoldInput(Guid Id, string? Whom, string? Reason, string? LastDay);

/// <summary>Places and ends legal holds. Each takes two: the data protection officer, and a second person with an authority over personal data.</summary>
public sealed class HoldActions(TupaDb db, Writing writing, Authorities authorities, Leavers leavers, AuditLog audit, TimeProvider clock)
{
    /// <summary>In force at once; lapses in seven days unless a second person confirms it.</summary>
    public Task<Refusal?> PlaceAsync(LegalHoldId id, string whom, string reason, DateOnly? lastDay, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (!await authorities.HoldsAsync(by.Person, AuthorityKind.DataProtectionOfficer, stop: stop)) return Refused(Refusal.Absent.Reason);

        var today = clock.Today();
        var words = reason.Trim();
        var (last, found) = (lastDay ?? default, await WhomAsync(whom, stop));
        List<Fault> faults = [];
        if (found is null) faults.Add(new("whom", HoldText.NotFound));
        if (words.Length is 0 or > LegalHold.LongestReason) faults.Add(new("reason", HoldText.ReasonNeeded));
        if (last < today || last > today.AddMonths(LegalHold.LongestMonths)) faults.Add(new("lastDay", HoldText.BadDay));
        if (Refusal.Of(faults) is { } faulty) return faulty;

        var person = found!.Value;
        if (person == by.Person) return Refused(HoldText.NotOneself);
        if (await db.Set<LegalHold>().AnyAsync(h => h.Id == id, stop)) return null;

        var now = clock.UtcNow();
        var lapses = now + LegalHold.Unconfirmed;
        db.Add(new LegalHold
        {
            Id = id,
            Person = person,
            Reason = words,
            Owner = by.Person,
            PlacedAt = now,
            LastDay = last,
            UntilUtc = Helsinki.EndOf(last) < lapses ? Helsinki.EndOf(last) : lapses,
        });
        audit.Write(by, "privacy.hold.placed", id.Value, person);
        return null;

        Refusal Refused(Text why) => audit.Refused(by, "privacy.hold.place", id.Value, why);
    }, stop);

    /// <summary>The second person's word, after which it holds until its day.</summary>
    public Task<Refusal?> ConfirmAsync(LegalHoldId id, Actor by, CancellationToken stop = default) => SecondAsync(id, by, "confirm", hold =>
    {
        if (hold.ConfirmedAt is not null) return null;
        if (hold.Owner == by.Person) return HoldText.SecondPerson;

        (hold.ConfirmedBy, hold.ConfirmedAt, hold.UntilUtc) = (by.Person, clock.UtcNow(), Helsinki.EndOf(hold.LastDay));
        audit.Write(by, "privacy.hold.confirmed", id.Value, hold.Person);
        return null;
    }, stop);

    /// <summary>Asks that it end before its day; said by a second person, it ends at once. What nobody has confirmed, its owner alone takes back.</summary>
    public Task<Refusal?> EndAsync(LegalHoldId id, Actor by, CancellationToken stop = default) => SecondAsync(id, by, "end", hold =>
    {
        if (hold.EndAskedBy == by.Person) return HoldText.SecondPerson;
        if (hold.EndAskedBy is null && hold.ConfirmedAt is not null)
        {
            (hold.EndAskedBy, hold.EndAskedAt) = (by.Person, clock.UtcNow());
            audit.Write(by, "privacy.hold.end-asked", id.Value, hold.Person);
            return null;
        }

        hold.UntilUtc = clock.UtcNow();
        audit.Write(by, "privacy.hold.ended", id.Value, hold.Person);
        return null;
    }, stop);

    private Task<Refusal?> SecondAsync(LegalHoldId id, Actor by, string verb, Func<LegalHold, Text?> deed, CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var may = await MayAsync(by, stop);
        if (await db.Set<LegalHold>().FirstOrDefaultAsync(h => h.Id == id && now < h.UntilUtc, stop) is not { } hold || !may || hold.Person == by.Person)
            return audit.Refused(by, $"privacy.hold.{verb}", id.Value, Refusal.Absent);
        return deed(hold) is { } why ? audit.Refused(by, $"privacy.hold.{verb}", id.Value, why) : null;
    }, stop);

    private async Task<bool> MayAsync(Actor by, CancellationToken stop) =>
        by.Person is { } me && (await authorities.HeldAsync(me, stop)).Any(a => ErasureQueries.Sees(a.Kind));

    private async Task<PersonId?> WhomAsync(string typed, CancellationToken stop) =>
        Guid.TryParse(typed.Trim(), out var id)
            ? await leavers.IsHereAsync(new(id), stop) ? new PersonId(id) : null
            : await leavers.FindAsync(typed, stop);
}
