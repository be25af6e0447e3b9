using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>What spaces hold about a person: how far they have read, what they reported, whose arrival stands in their name.</summary>
internal sealed class SpacesPersonalData(TupaDb db, Memberships memberships, GroupActions groups, StewardLine stewards, TimeProvider clock) : IPersonalData
{
    public IReadOnlyList<string> Tables => ["spaces_spaces", "spaces_arrivals", "spaces_read_marks", "spaces_reports", "spaces_report_readers", "spaces_inheritances"];

    public Text Description => new(
        Fi: "Mihin asti olet lukenut tilojasi, sekä ilmoitukset, jotka olet tehnyt tai saanut.",
        Sv: "Hur långt du har läst i dina arbetsytor, och de anmälningar du har gjort eller fått.",
        En: "How far you have read in your spaces, and the reports you have made or received.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var marks = db.Set<ReadMark>().Where(m => m.Person == person)
            .Join(db.Set<Space>(), m => m.Space, s => s.Id, (m, s) => new { m.Space, s.Name, m.SeenUntil }).OrderBy(m => m.Space).AsAsyncEnumerable();
        await foreach (var mark in marks.WithCancellation(stop))
            yield return Row("spaces_read_marks", ("space", mark.Name), ("seen_until", Iso(mark.SeenUntil)));

        var arrivals = db.Set<Arrival>().Where(a => a.Author == person).OrderBy(a => a.At).ThenBy(a => a.Id).AsAsyncEnumerable();
        await foreach (var arrival in arrivals.WithCancellation(stop))
            yield return Row("spaces_arrivals", ("id", arrival.Id.ToString()), ("kind", arrival.Kind), ("at", Iso(arrival.At)));

        var reports = db.Set<Report>().Where(r => r.Reporter == person || r.HandledBy == person).OrderBy(r => r.At).ThenBy(r => r.Id).AsAsyncEnumerable();
        await foreach (var report in reports.WithCancellation(stop))
        {
            yield return report.Reporter == person
                ? Row("spaces_reports", ("at", Iso(report.At)), ("kind", report.Kind), ("thing", report.Thing.ToString()), ("reason", report.Reason), ("handled_at", report.HandledAt is { } done ? Iso(done) : null))
                : Row("spaces_reports", ("handled_at", report.HandledAt is { } at ? Iso(at) : null), ("kind", report.Kind), ("thing", report.Thing.ToString()));
        }

        var told = db.Set<ReportReader>().Where(r => r.Person == person).OrderBy(r => r.Report).AsAsyncEnumerable();
        await foreach (var reader in told.WithCancellation(stop)) yield return Row("spaces_report_readers", ("report", reader.Report.ToString()));

        var kept = db.Set<Inheritance>().Where(i => i.Person == person)
            .Join(db.Set<Space>(), i => i.Space, s => s.Id, (i, s) => new { i.Space, s.Name, i.FromUtc }).OrderBy(i => i.FromUtc).ThenBy(i => i.Space).AsAsyncEnumerable();
        await foreach (var one in kept.WithCancellation(stop)) yield return Row("spaces_inheritances", ("space", one.Name), ("from_utc", Iso(one.FromUtc)));
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop) =>
        await HandOnAsync(person, stop)
        + await db.Set<Inheritance>().Where(i => i.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<ReadMark>().Where(m => m.Person == person).ExecuteDeleteAsync(stop)
        + await db.Set<Arrival>().Where(a => a.Author == person).ExecuteUpdateAsync(set => set.SetProperty(a => a.Author, (PersonId?)null), stop)
        + await db.Set<Report>().Where(r => r.Reporter == person).ExecuteUpdateAsync(set => set.SetProperty(r => r.Reporter, (PersonId?)null), stop)
        + await db.Set<Report>().Where(r => r.HandledBy == person).ExecuteUpdateAsync(set => set.SetProperty(r => r.HandledBy, (PersonId?)null), stop)
        + await db.Set<ReportReader>().Where(r => r.Person == person).ExecuteDeleteAsync(stop);

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await db.Set<ReadMark>().CountAsync(m => m.Person == person, stop)
        + await db.Set<Arrival>().CountAsync(a => a.Author == person, stop)
        + await db.Set<Report>().CountAsync(r => r.Reporter == person || r.HandledBy == person, stop)
        + await db.Set<ReportReader>().CountAsync(r => r.Person == person, stop)
        + await db.Set<Inheritance>().CountAsync(i => i.Person == person, stop);

    /// <summary>What the person keeps to this day passes on: the register lets go of the grants themselves.</summary>
    private async Task<int> HandOnAsync(PersonId person, CancellationToken stop)
    {
        var kept = await memberships.Direct.Where(m => m.Person == person && m.Rank == (int)SpaceRole.Steward).Select(m => m.Group).Distinct().ToListAsync(stop);
        foreach (var group in kept) await groups.EndMembershipAsync(group, person, clock.UtcNow(), stop: stop);
        await stewards.SettleAsync(kept, stop);
        return kept.Count;
    }

    private static PersonalRow Row(string table, params (string Column, string? Value)[] values) =>
        new(table, values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal));

    private static string Iso(DateTime at) => at.ToString("O", CultureInfo.InvariantCulture);
}
