using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>How the person signs in. Secrets are not handed over, not even to their owner: digests and sealed keys say nothing and could only be stolen.</summary>
internal sealed class AccessPersonalData(TupaDb db, Attempts attempts) : IPersonalData
{
    public IReadOnlyList<string> Tables =>
    [
        "access_accounts", "access_sessions", "access_devices", "access_factors", "access_recovery_codes", "access_codes", "access_gate_marks", "access_tokens",
        "access_attempts",
    ];

    public Text Description => new(
        Fi: "Käyttäjätunnuksesi, istuntosi ja laitteesi, toisen vaiheen asetukset, kertakoodit, annetut sitoumukset ja ohjelmointirajapinnan avaimet.",
        Sv: "Ditt användarnamn, dina sessioner och enheter, inställningar för det andra steget, engångskoder, förbindelser och API-nycklar.",
        En: "Your user ID, sessions and devices, second-step settings, one-time codes, commitments given and API keys.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var a in db.Set<Account>().Where(a => a.Person == person).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_accounts", ("user_id", a.UserId), ("created_at", At(a.CreatedAt)), ("password_at", At(a.PasswordAt)), ("cut_at", At(a.CutAt)));
        await foreach (var s in db.Set<Session>().Where(s => s.Person == person).OrderBy(s => s.StartedAt).ThenBy(s => s.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_sessions", ("device", s.Device), ("started_at", At(s.StartedAt)), ("seen_at", At(s.SeenAt)), ("until_utc", At(s.UntilUtc)), ("shared", s.Shared ? "true" : "false"));
        await foreach (var d in db.Set<Device>().Where(d => d.Person == person).OrderBy(d => d.LastAt).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_devices", ("last_at", At(d.LastAt)));
        await foreach (var f in db.Set<Factor>().Where(f => f.Person == person).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_factors", ("created_at", At(f.CreatedAt)), ("confirmed_at", At(f.ConfirmedAt)));
        if (await db.Set<RecoveryCode>().CountAsync(c => c.Person == person, stop) is > 0 and var left)
            yield return Row("access_recovery_codes", ("unused", left.ToString(CultureInfo.InvariantCulture)));
        await foreach (var c in db.Set<OneTimeCode>().Where(c => c.Person == person).OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_codes", ("kind", c.Kind.ToString()), ("issued_at", At(c.IssuedAt)), ("until_utc", At(c.UntilUtc)));
        await foreach (var c in db.Set<OneTimeCode>().Where(c => c.IssuedBy == person && c.Person != person).OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_codes", ("kind", c.Kind.ToString()), ("issued_at", At(c.IssuedAt)), ("until_utc", At(c.UntilUtc)), ("issued_by_me", "true"));
        await foreach (var m in db.Set<GateMark>().Where(m => m.Person == person).OrderBy(m => m.PassedAt).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_gate_marks", ("gate", m.Gate.ToString()), ("version", m.Version.ToString(CultureInfo.InvariantCulture)), ("passed_at", At(m.PassedAt)));
        await foreach (var t in db.Set<ApiToken>().Where(t => t.Person == person).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_tokens", ("name", t.Name), ("scopes", t.Scopes), ("created_at", At(t.CreatedAt)), ("until_utc", At(t.UntilUtc)), ("last_used_on", t.LastUsedOn?.ToString("O", CultureInfo.InvariantCulture)));
        var doors = await attempts.DoorsOfAsync(person, stop);
        await foreach (var a in db.Set<Attempt>().Where(a => doors.Contains(a.Door)).OrderBy(a => a.LastAt).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("access_attempts", ("failures", a.Failures.ToString(CultureInfo.InvariantCulture)), ("last_at", At(a.LastAt)), ("wait_until", At(a.WaitUntil)));
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        // A count of failures is a keyed digest of the user ID: it goes with the user ID.
        var touched = 0;
        foreach (var door in await attempts.DoorsOfAsync(person, stop)) touched += await attempts.ForgiveAsync(door, stop);

        touched += await db.Set<Session>().Where(s => s.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Device>().Where(d => d.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Factor>().Where(f => f.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<RecoveryCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<OneTimeCode>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<OneTimeCode>().Where(c => c.IssuedBy == person).ExecuteUpdateAsync(c => c.SetProperty(x => x.IssuedBy, (PersonId?)null), stop);
        touched += await db.Set<GateMark>().Where(m => m.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<ApiToken>().Where(t => t.Person == person).ExecuteDeleteAsync(stop);
        return touched + await db.Set<Account>().Where(a => a.Person == person).ExecuteDeleteAsync(stop);
    }

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop)
    {
        var doors = await attempts.DoorsOfAsync(person, stop);
        return await RowsAsync(person, stop) + await db.Set<Attempt>().CountAsync(a => doors.Contains(a.Door), stop);
    }

    private async Task<int> RowsAsync(PersonId person, CancellationToken stop) =>
        await db.Set<Account>().CountAsync(a => a.Person == person, stop)
        + await db.Set<Session>().CountAsync(s => s.Person == person, stop)
        + await db.Set<Device>().CountAsync(d => d.Person == person, stop)
        + await db.Set<Factor>().CountAsync(f => f.Person == person, stop)
        + await db.Set<RecoveryCode>().CountAsync(c => c.Person == person, stop)
        + await db.Set<OneTimeCode>().CountAsync(c => c.Person == person || c.IssuedBy == person, stop)
        + await db.Set<GateMark>().CountAsync(m => m.Person == person, stop)
        + await db.Set<ApiToken>().CountAsync(t => t.Person == person, stop);

    private static PersonalRow Row(string table, params (string Column, string? Value)[] values) =>
        new(table, values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal));

    private static string? At(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);
}
