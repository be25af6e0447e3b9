using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What was typed when a promise is confirmed.</summary>
public sealed record AttestationInput(Guid Id, string? Claim, string? Ground, string? LastDay);

/// <summary>Confirms promises that only a person can know of, takes the word back, and asks for the checks of all others.</summary>
public sealed class AttestationActions
{
    private static readonly Actor House = Actor.House("privacy.attestations");

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly Authorities _authorities;
    private readonly Notices _notices;
    private readonly AuditLog _audit;
    private readonly JobBell _bell;
    private readonly TimeProvider _clock;

    internal AttestationActions(TupaDb db, Writing writing, Authorities authorities, Notices notices, AuditLog audit, JobBell bell, TimeProvider clock) =>
        (_db, _writing, _authorities, _notices, _audit, _bell, _clock) = (db, writing, authorities, notices, audit, bell, clock);

    /// <summary>Puts a confirmation in the place of the one before. Said twice with the same id, it is one.</summary>
    public Task<Refusal?> ConfirmAsync(AttestationId id, string? claim, string? ground, DateOnly? lastDay, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (AttestedClaims.Of(claim) is not { } known || !await SeesAsync(by, stop)) return _audit.Refused(by, "privacy.attestation.confirm", id.Value, Refusal.Absent);
        if (!await _authorities.HoldsAsync(by.Person, ClaimOwners.Kind(known.Owner), stop: stop)) return _audit.Refused(by, "privacy.attestation.confirm", id.Value, ClaimText.NotYours);

        var (now, today, words) = (_clock.UtcNow(), _clock.Today(), (ground ?? "").Trim());
        List<Fault> faults = [];
        if (words.Length is 0 or > Attestation.LongestGround) faults.Add(new("ground", ClaimText.GroundNeeded));
        if (lastDay is not { } last || last <= today || last > today.AddMonths(Attestation.LongestMonths)) faults.Add(new("lastDay", ClaimText.BadDay));
        if (Refusal.Of(faults) is { } wrong) return wrong;

        await _writing.InTurnAsync($"attestation {known.Key}", stop);
        if (await _db.Set<Attestation>().AnyAsync(a => a.Id == id, stop)) return null;
        await _db.Set<Attestation>().Where(a => a.Claim == known.Key && a.UntilUtc > now).ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, now), stop);
        _db.Add(new Attestation { Id = id, Claim = known.Key, By = by.Person, At = now, Ground = words, LastDay = lastDay!.Value, UntilUtc = Helsinki.EndOf(lastDay.Value) });
        _audit.Write(by, $"privacy.attestation.confirmed.{known.Key}", id.Value);
        return null;
    }, stop);

    /// <summary>The promise is no longer known to be kept: the sentence is withheld from now on.</summary>
    public Task<Refusal?> WithdrawAsync(AttestationId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var now = _clock.UtcNow();
        var word = await _db.Set<Attestation>().FirstOrDefaultAsync(a => a.Id == id && a.UntilUtc > now, stop);
        if (word is null || AttestedClaims.Of(word.Claim) is not { } known || !await SeesAsync(by, stop)) return _audit.Refused(by, "privacy.attestation.withdraw", id.Value, Refusal.Absent);

        // Whoever looks after the statement may always take a sentence out of it.
        if (!await _authorities.HoldsAsync(by.Person, ClaimOwners.Kind(known.Owner), stop: stop) && !await _authorities.HoldsAsync(by.Person, AuthorityKind.DataProtectionOfficer, stop: stop))
            return _audit.Refused(by, "privacy.attestation.withdraw", id.Value, ClaimText.NotYours);

        word.UntilUtc = now;
        _audit.Write(by, $"privacy.attestation.withdrawn.{known.Key}", id.Value);
        return null;
    }, stop);

    /// <summary>Has every check made anew as soon as may be.</summary>
    public async Task<Refusal?> AskAsync(Actor by, CancellationToken stop = default)
    {
        var refusal = await _writing.RunAsync(async () =>
        {
            if (!await SeesAsync(by, stop)) return _audit.Refused(by, "privacy.claims.ask", null, Refusal.Absent);
            await _db.Set<ClaimRow>().ExecuteUpdateAsync(set => set.SetProperty(c => c.TriedAt, DateTime.UnixEpoch), stop);
            _audit.Write(by, "privacy.claims.asked");
            return null;
        }, stop);
        if (refusal is null) _bell.Ring<ClaimRounds>();
        return refusal;
    }

    /// <summary>Tells whoever answers for a promise that its confirmation is about to lapse; once.</summary>
    internal async Task RemindAsync(CancellationToken stop)
    {
        // Asked every few minutes, and most times of nobody: the writer is not held for that.
        if (await Lapsing().AnyAsync(stop)) await _writing.RunAsync(() => RemindThoseAsync(stop), stop);
    }

    private IQueryable<Attestation> Lapsing()
    {
        var now = _clock.UtcNow();
        var soon = now + Attestation.Soon;
        return _db.Set<Attestation>().Where(a => a.UntilUtc > now && a.UntilUtc <= soon && !a.Reminded);
    }

    private async Task<bool> RemindThoseAsync(CancellationToken stop)
    {
        foreach (var word in await Lapsing().OrderBy(a => a.Id).ToListAsync(stop))
        {
            word.Reminded = true;
            if (AttestedClaims.Of(word.Claim) is not { } known) continue;
            var owners = await ClaimOwners.OfAsync(_authorities, known.Owner, stop);
            await _notices.SendAsync([.. owners.Select(o => new Notice(o, NoticeKind.ClaimBroken, word.Id.Value, ThingKind: "claim"))], stop);
            _audit.Write(House, $"privacy.attestation.lapses.{known.Key}", word.Id.Value);
        }

        return true;
    }

    private async Task<bool> SeesAsync(Actor by, CancellationToken stop)
    {
        foreach (var owner in Enum.GetValues<ClaimOwner>())
        {
            if (await _authorities.HoldsAsync(by.Person, ClaimOwners.Kind(owner), stop: stop)) return true;
        }

        return false;
    }
}
