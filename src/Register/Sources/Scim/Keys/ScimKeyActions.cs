using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Makes and ends the keys of directories, and decides on ends that wait. For operators and the steward of the source.</summary>
public sealed class ScimKeyActions
{
    private const int Most = 10;

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Authorities _authorities;
    private readonly ScimEnds _ends;
    private readonly TimeProvider _clock;

    internal ScimKeyActions(TupaDb db, Writing writing, AuditLog audit, Authorities authorities, ScimEnds ends, TimeProvider clock) =>
        (_db, _writing, _audit, _authorities, _ends, _clock) = (db, writing, audit, authorities, ends, clock);

    /// <param name="lastDay">Inclusive, at most twelve months away.</param>
    /// <returns>The key itself, which is nowhere else.</returns>
    public async Task<(string? Key, Refusal? Refusal)> MakeAsync(string name, DateOnly? lastDay, Actor by, CancellationToken stop = default)
    {
        var secret = ScimKey.NewSecret();
        var refusal = await _writing.RunAsync(async () =>
        {
            if (!await MayAsync(by, stop)) return _audit.Refused(by, "register.scim.key.make", null, Refusal.Absent);

            var (now, today) = (_clock.UtcNow(), _clock.Today());
            var (called, day) = (name.Trim(), lastDay ?? default);
            List<Fault> faults = [];
            if (called.Length is 0 or > ScimKey.LongestName) faults.Add(new("name", ScimKeyText.NameMissing));
            if (day < today || day > today.AddMonths(ScimKey.MostMonths)) faults.Add(new("lastDay", ScimKeyText.DayMissing));
            if (Refusal.Of(faults) is { } faulty) return faulty;

            if (await _db.Set<ScimKey>().CountAsync(k => now < k.UntilUtc, stop) >= Most) return new Refusal(ScimKeyText.TooMany);

            var key = new ScimKey { Id = ScimKeyId.New(), Name = called, TokenHash = ScimKey.Hash(secret), CreatedAt = now, UntilUtc = Helsinki.EndOf(day) };
            _db.Add(key);
            _audit.Write(by, "register.scim.key.made", key.Id.Value);
            return null;
        }, stop);
        return (refusal is null ? secret : null, refusal);
    }

    public Task<Refusal?> EndAsync(ScimKeyId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (!await MayAsync(by, stop)) return _audit.Refused(by, "register.scim.key.end", id.Value, Refusal.Absent);
        // Who may end keys sees all of them: one that is gone has been ended.
        if (await _db.Set<ScimKey>().Where(k => k.Id == id).ExecuteDeleteAsync(stop) == 0) return null;

        _audit.Write(by, "register.scim.key.ended", id.Value);
        return null;
    }, stop);

    /// <summary>Decides on all that waits.</summary>
    /// <param name="approved">True lets it end; false keeps everybody.</param>
    public Task<Refusal?> DecideAsync(bool approved, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (!await MayAsync(by, stop)) return _audit.Refused(by, "register.scim.ends.decide", null, Refusal.Absent);

        var decided = approved ? await _ends.ApproveAsync(by, stop) : await _ends.KeepAsync(by, stop);
        _audit.Write(by, approved ? "register.scim.ends.approved" : "register.scim.ends.refused", count: decided);
        return null;
    }, stop);

    private async Task<bool> MayAsync(Actor by, CancellationToken stop) =>
        by.Person is { } me && (await _authorities.HeldAsync(me, stop)).Any(a => ScimKeyQueries.May(a.Kind, a.Scope));
}
