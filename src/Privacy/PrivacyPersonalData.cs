using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What stops or delays the erasure of a person, and the holds a person has placed on others.</summary>
internal sealed class PrivacyPersonalData(TupaDb db, TakeAwayRemoval takeAways) : IPersonalData
{
    public IReadOnlyList<string> Tables => ["privacy_holds", "privacy_erasure_tasks", "privacy_log_exports", "privacy_take_aways", "privacy_attestations"];

    public Text Description => new(
        Fi: "Tietojasi koskevat säilytysvelvoitteet, kesken jääneet poistot, lokista viemäsi osat, tilaamasi tietopaketti ja selosteen lupaukset, jotka olet vahvistanut.",
        Sv: "Bevarandeplikter som gäller dina uppgifter, ofullbordade raderingar, de delar av loggen som du har tagit ut, paketet som du har beställt och de löften i beskrivningen som du har bekräftat.",
        En: "Legal holds on your data, erasures that are not complete, the parts of the log that you have taken out, the package you ordered, and the promises of the statement that you have confirmed.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var hold in db.Set<LegalHold>().Where(h => h.Person == person).OrderBy(h => h.PlacedAt).ThenBy(h => h.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("privacy_holds", ("placed_at", At(hold.PlacedAt)), ("reason", hold.Reason), ("last_day", hold.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("until_utc", At(hold.UntilUtc)));

        // Whose data is held, and why, is not the officer's to take along.
        var placed = db.Set<LegalHold>().Where(h => h.Person != person && (h.Owner == person || h.ConfirmedBy == person || h.EndAskedBy == person));
        await foreach (var hold in placed.OrderBy(h => h.PlacedAt).ThenBy(h => h.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Row(
                "privacy_holds", ("placed_at", hold.Owner == person ? At(hold.PlacedAt) : null), ("confirmed_at", hold.ConfirmedBy == person ? At(hold.ConfirmedAt) : null),
                ("end_asked_at", hold.EndAskedBy == person ? At(hold.EndAskedAt) : null), ("of_somebody_else", "true"));
        }

        await foreach (var task in db.Set<ErasureTask>().Where(t => t.Person == person).OrderBy(t => t.Since).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("privacy_erasure_tasks", ("since", At(task.Since)), ("rooms", task.Rooms));
        await foreach (var export in db.Set<LogExport>().Where(e => e.By == person).OrderBy(e => e.At).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("privacy_log_exports", ("at", At(export.At)), ("purpose", export.Purpose), ("filter", export.Filter));
        await foreach (var word in db.Set<Attestation>().Where(a => a.By == person).OrderBy(a => a.At).ThenBy(a => a.Id).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("privacy_attestations", ("claim", word.Claim), ("at", At(word.At)), ("ground", word.Ground), ("last_day", word.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await foreach (var one in db.Set<TakeAway>().Where(t => t.Person == person).AsAsyncEnumerable().WithCancellation(stop))
            yield return Row("privacy_take_aways", ("language", one.Language), ("state", one.State.ToString()), ("ordered_at", At(one.OrderedAt)), ("ended_at", At(one.EndedAt)), ("goes_at", At(one.GoesAt)));
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        var nobody = (PersonId?)null;
        return await db.Set<LegalHold>().Where(h => h.Person == person).ExecuteDeleteAsync(stop)
            + await db.Set<ErasureTask>().Where(t => t.Person == person).ExecuteDeleteAsync(stop)
            + await db.Set<LogExport>().Where(e => e.By == person).ExecuteUpdateAsync(set => set.SetProperty(e => e.By, nobody), stop)
            + await db.Set<Attestation>().Where(a => a.By == person).ExecuteUpdateAsync(set => set.SetProperty(a => a.By, nobody), stop)
            + await takeAways.LetGoAsync(db.Set<TakeAway>().Where(t => t.Person == person), stop)
            + await db.Set<LegalHold>().Where(h => h.Owner == person).ExecuteUpdateAsync(set => set.SetProperty(h => h.Owner, nobody), stop)
            + await db.Set<LegalHold>().Where(h => h.ConfirmedBy == person).ExecuteUpdateAsync(set => set.SetProperty(h => h.ConfirmedBy, nobody), stop)
            + await db.Set<LegalHold>().Where(h => h.EndAskedBy == person).ExecuteUpdateAsync(set => set.SetProperty(h => h.EndAskedBy, nobody), stop);
    }

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await db.Set<LegalHold>().CountAsync(h => h.Person == person || h.Owner == person || h.ConfirmedBy == person || h.EndAskedBy == person, stop)
        + await db.Set<LogExport>().CountAsync(e => e.By == person, stop)
        + await db.Set<Attestation>().CountAsync(a => a.By == person, stop)
        + await db.Set<ErasureTask>().CountAsync(t => t.Person == person, stop)
        + await db.Set<TakeAway>().CountAsync(t => t.Person == person, stop);

    private static PersonalRow Row(string table, params (string Column, string? Value)[] values) =>
        new(table, values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal));

    private static string? At(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);
}
