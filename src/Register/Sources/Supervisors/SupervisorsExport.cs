using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Register;

/// <summary>Gives out what supervisors have told, in the form in which changes are delivered: for who handles the source.</summary>
internal sealed class SupervisorsExport(TupaDb db, Writing writing, FeedAccess access, AuditLog audit, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/register/sources/supervisors/people.csv", AnswerAsync);

    /// <summary>The rows, one by one; null for one who does not handle the source. One statement, and the note of it.</summary>
    public async Task<IAsyncEnumerable<string>?> RowsAsync(Actor by, CancellationToken stop)
    {
        if (!(await access.OfAsync(by, stop)).Handled.Contains(Source.Supervisors)) return null;

        await writing.RunAsync<bool>(() =>
        {
            audit.Write(by, "register.team.exported");
            return Task.FromResult(true);
        }, stop);
        var now = clock.UtcNow();
        return (
            from a in db.Set<Assignment>().Where(a => a.UntilUtc > now && a.Population == Population.Staff)
            join r in db.Set<SourceRecord>().Where(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed) on a.Record equals r.Id
            join p in db.Set<Person>().Where(p => !p.Shielded) on a.Person equals p.Id
            join c in db.Set<CardA>() on a.Person equals c.Person
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join absent in db.Set<Assignment>() on a.StandsInFor equals absent.Id into absents
            from s in absents.DefaultIfEmpty()
            join card in db.Set<CardA>() on s.Person equals card.Person into cards
            from o in cards.DefaultIfEmpty()
            orderby p.SortKey, r.Key, a.Id
            select new { r.Key, c.FamilyName, c.GivenName, c.UserId, c.Email, a.Unit, Duty = d.Code, a.FirstDay, a.LastDay, Absent = o.UserId }).AsNoTracking().AsAsyncEnumerable()
            .Select(row => string.Join(';', new[]
            {
                row.Key, row.FamilyName, row.GivenName, row.UserId, row.Email, row.Unit?.ToString(), row.Duty, Day(row.FirstDay), row.LastDay >= Helsinki.Open ? null : Day(row.LastDay), row.Absent,
            }.Select(Written)));
    }

    private static async Task<IResult> AnswerAsync(SupervisorsExport export, Actor by, CancellationToken stop) => await export.RowsAsync(by, stop) is { } rows
        ? Results.Stream(body => WriteAsync(rows, body, stop), "text/csv; charset=utf-8", "esihenkilot.csv")
        : Page.Absent();

    private static async Task WriteAsync(IAsyncEnumerable<string> rows, Stream body, CancellationToken stop)
    {
        await using var writer = new StreamWriter(body, leaveOpen: true);
        await writer.WriteAsync(string.Join(';', SupervisorColumns.All) + "\r\n");
        await foreach (var row in rows.WithCancellation(stop)) await writer.WriteAsync(row + "\r\n");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a spreadsheet would take for a formula is no name.</summary>
    private static string Written(string? value)
    {
        var plain = (value ?? "").TrimStart('=', '+', '-', '@', '\t', '\r');
        return plain.AsSpan().ContainsAny(";\"") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
