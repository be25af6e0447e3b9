using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What was typed of a new colleague.</summary>
/// <param name="Id">What the supervisors' record calls the person: said twice, it is one.</param>
/// <param name="Absent">The assignment that the colleague stands in for; null for a colleague of one's own.</param>
public sealed record ColleagueInput(
    Guid Id, string? GivenName, string? FamilyName, string? UserId, string? Email, string? Duty, Guid? Unit, string? FirstDay, string? LastDay, Guid? Absent);

/// <summary>What came of a proposal.</summary>
/// <param name="Assignment">The new assignment; null where it waits until a steward has told whether the colleague is somebody who is here.</param>
public sealed record Proposed(AssignmentId? Assignment, Refusal? Refusal);

/// <summary>
/// Takes in new colleagues as a feed is heard: matched by keys and never by name, with the origin of every value. Who may be somebody
/// who is here already becomes a question for the steward of the source; everybody else is here at once.
/// </summary>
public sealed class ColleagueActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TeamAccess _teams;
    private readonly FeedHearing _hearing;
    private readonly TimeProvider _clock;

    internal ColleagueActions(TupaDb db, Writing writing, AuditLog audit, TeamAccess teams, FeedHearing hearing, TimeProvider clock) =>
        (_db, _writing, _audit, _teams, _hearing, _clock) = (db, writing, audit, teams, hearing, clock);

    public async Task<Proposed> ProposeAsync(ColleagueInput told, Actor by, CancellationToken stop = default)
    {
        AssignmentId? made = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            if (by.Person is not { } me) return Refused(Refusal.Absent);

            var key = told.Id.ToString("n");
            var absent = told.Absent is { } id ? await _teams.OpenAsync(new(id), me, stop) : null;
            var team = absent?.Team ?? await _teams.OfAsync(me, stop);
            var now = _clock.UtcNow();
            if (told.Absent is null ? team.Units.Count == 0 : absent is not { Of.Row: { Population: Population.Staff } row } || row.UntilUtc <= now) return Refused(Refusal.Absent);
            if (await _db.Set<SourceRecord>().AnyAsync(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed && r.Key == key, stop)) return null;

            var reading = ColleagueReading.Of(told, absent?.Of.Row, now);
            if (reading.Refusal is { } wrong) return Refused(wrong);
            if (absent is null && !team.Units.Contains(reading.Unit)) return Refused(new(TeamText.UnitElsewhere));
            if (told.Duty is { Length: > 0 } duty && await TeamDuties.FindAsync(_db, duty, stop) is null && duty != absent?.Of.Duty) return Refused(new(TeamText.NoDuty));

            var batch = Batch.ByHand(TeamRecords.Feed, me, now);
            _db.Add(batch);
            _audit.Write(by, "register.colleague.proposed", batch.Id.Value);
            await _hearing.HearTypedAsync(batch, reading.Person!, by, stop);
            return null;

            Refusal Refused(Refusal why) => _audit.Refused(by, "register.colleague.propose", told.Absent, why);
        }, stop);
        if (refusal is null) made = await MadeAsync(told.Id.ToString("n"), stop);
        return new(made, refusal);
    }

    private Task<AssignmentId?> MadeAsync(string key, CancellationToken stop) => _db.Set<SourceRecord>().AsNoTracking()
        .Where(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed && r.Key == key)
        .Join(_db.Set<Assignment>(), r => (SourceRecordId?)r.Id, a => a.Record, (r, a) => (AssignmentId?)a.Id).OrderByDescending(a => a).FirstOrDefaultAsync(stop);
}

/// <summary>Reads what was typed: a pure check, and the person as a feed would say it.</summary>
internal sealed record ColleagueReading(FedPerson? Person, UnitId Unit, Refusal? Refusal)
{
    /// <summary>So far back a first day may lie: a form that waited on a desk.</summary>
    private const int DaysBack = 31;

    /// <param name="absent">Whom the colleague stands in for: then it is the same place, with an end.</param>
    public static ColleagueReading Of(ColleagueInput told, Assignment? absent, DateTime now)
    {
        var today = Helsinki.Day(now);
        var (given, family) = (Tidy(told.GivenName), Tidy(told.FamilyName));
        var (user, mail) = (Tidy(told.UserId), Tidy(told.Email).ToLowerInvariant());
        if (given.Length is 0 or > FieldRules.LongestName || family.Length is 0 or > FieldRules.LongestName) return Wrong(TeamText.NoName);
        if (user.Length > 0 && !FieldRules.IsUserId(user)) return Wrong(TeamText.BadUserId);
        if (mail.Length > 0 && !FieldRules.IsMail(mail)) return Wrong(DeliveryText.NotMail);
        if (!FieldRules.TryDay(told.FirstDay, out var first) || first < today.AddDays(-DaysBack) || first > today.AddYears(1)) return Wrong(TeamText.BadFirstDay);

        var last = Helsinki.Open;
        if (!string.IsNullOrWhiteSpace(told.LastDay) && !FieldRules.TryDay(told.LastDay, out last)) return Wrong(TeamText.BadLastDay);
        if (last < first || last < today) return Wrong(TeamText.BadLastDay);
        if (absent is not null && last >= Helsinki.Open) return Wrong(TeamText.SubstituteEnds);
        if ((absent?.Unit?.Value ?? told.Unit) is not { } unit) return Wrong(TeamText.NoUnit);

        var duty = Tidy(told.Duty) is { Length: > 0 } code ? code : null;
        var assignment = new FedAssignment(
            TeamKeys.Of(new(unit), duty, absent?.Id), Population.Staff, absent is null ? AssignmentKind.Regular : AssignmentKind.Substitute, first, last, unit.ToString(), Duty: duty)
        {
            StandsInFor = absent is null ? null : FedAssignment.OfHouse(absent.Id),
        };
        return new(new(told.Id.ToString("n"), Card.A, given, family, [assignment]) { UserId = user.Length > 0 ? user : null, Email = mail.Length > 0 ? mail : null }, new(unit), null);
    }

    private static string Tidy(string? typed) => typed?.Trim() ?? "";

    private static ColleagueReading Wrong(Text why) => new(null, default, new(why));
}
