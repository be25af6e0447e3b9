using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person asks to have a value put right; the steward of its source answers. What has been put right is held until the source says it too.</summary>
public sealed class CorrectionActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedAccess _access;
    private readonly AuditLog _audit;
    private readonly Settling _settling;
    private readonly TimeProvider _clock;

    public CorrectionActions(TupaDb db, Writing writing, IBulk bulk, FeedAccess access, AuditLog audit, GroupActions groups, TimeProvider clock) =>
        (_db, _writing, _access, _audit, _settling, _clock) = (db, writing, access, audit, new(db, writing, bulk, groups, clock), clock);

    /// <summary>Asked twice with one id it is one.</summary>
    /// <param name="column">A column of the own card.</param>
    public Task<Refusal?> AskAsync(CorrectionId id, Card card, string column, string? said, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (by.Person is not { } me || !CardColumns.Of(card).Contains(column, StringComparer.Ordinal)) return Refusal.Absent;
        if (await _db.Set<Correction>().AnyAsync(c => c.Id == id, stop)) return null;

        var text = said?.Trim() ?? "";
        if (text.Length == 0) return _audit.Refused(by, "register.correction.ask", id.Value, CorrectionText.Empty);
        if (text.Length > Correction.LongestSaid) return _audit.Refused(by, "register.correction.ask", id.Value, CorrectionText.TooLong(Correction.LongestSaid));

        var origin = await _db.Set<Origin>().Where(o => o.Person == me && o.Card == card && o.Column == column)
            .Join(_db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { r.Id, r.Source }).SingleOrDefaultAsync(stop);
        _db.Add(new Correction
        {
            Id = id,
            Person = me,
            Card = card,
            Column = column,

            // Where nobody is on record for the value, the one who is heard first answers for it.
            Source = origin?.Source ?? CardRanks.Order(card, column)[0],
            Record = origin?.Id,
            Said = text,
            AskedAt = _clock.UtcNow(),
        });
        _audit.Write(by, "register.correction.asked", id.Value, me);
        return null;
    }, stop);

    /// <summary>Puts the value right here and now. The next delivery does not undo it.</summary>
    public Task<Refusal?> CorrectAsync(CorrectionId id, string? value, string? answer, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (correction, refusal) = await OpenAsync(id, [CorrectionState.Asked], CorrectionState.Corrected, by, stop);
        if (correction is null) return refusal;

        var right = value?.Trim() ?? "";
        if (!CardColumns.IsWritten(correction.Column)) return Refused(by, id, CorrectionText.NotByHand);
        if (right.Length == 0) return Refused(by, id, CorrectionText.NoValue);
        if (right.Length > CardColumns.Longest(correction.Column)) return Refused(by, id, CorrectionText.TooLong(CardColumns.Longest(correction.Column)));
        if (correction.Column == "user_id") right = right.ToLowerInvariant();

        await SetAsync(correction, right, stop);
        Answer(correction, CorrectionState.Corrected, answer, by);
        _audit.Write(by, "register.card.corrected", id.Value, correction.Person);
        return null;
    }, stop);

    public Task<Refusal?> DeclineAsync(CorrectionId id, string? answer, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (correction, refusal) = await OpenAsync(id, [CorrectionState.Asked], CorrectionState.Declined, by, stop);
        if (correction is null) return refusal;
        if (string.IsNullOrWhiteSpace(answer)) return Refused(by, id, CorrectionText.NoAnswer);

        Answer(correction, CorrectionState.Declined, answer, by);
        _audit.Write(by, "register.correction.declined", id.Value, correction.Person);
        return null;
    }, stop);

    /// <summary>The source is heard again on it: what it says next time stands.</summary>
    public Task<Refusal?> CloseAsync(CorrectionId id, string? answer, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (correction, refusal) = await OpenAsync(id, [CorrectionState.Asked, CorrectionState.Corrected], CorrectionState.Settled, by, stop);
        if (correction is null) return refusal;

        Answer(correction, CorrectionState.Settled, answer ?? correction.Answer, by);
        await _db.Set<SourceRecord>().Where(r => r.Person == correction.Person).ExecuteUpdateAsync(set => set.SetProperty(r => r.Said, (byte[]?)null), stop);
        _audit.Write(by, "register.correction.settled", id.Value, correction.Person);
        return null;
    }, stop);

    /// <param name="done">What the deed makes of it: where the same person has done it already, there is nothing left to do.</param>
    private async Task<(Correction?, Refusal?)> OpenAsync(CorrectionId id, CorrectionState[] states, CorrectionState done, Actor by, CancellationToken stop)
    {
        await _writing.InTurnAsync($"correction {id}", stop);
        var correction = await _db.Set<Correction>().SingleOrDefaultAsync(c => c.Id == id, stop);
        var rights = await _access.OfAsync(by, stop);
        if (correction is null || !rights.Handled.Contains(correction.Source)) return (null, _audit.Refused(by, "register.correction.answer", id.Value, Refusal.Absent));

        if (correction.State == done && correction.AnsweredBy == by.Person) return (null, null);
        return states.Contains(correction.State) ? (correction, null) : (null, Refused(by, id, CorrectionText.Answered));
    }

    private async Task SetAsync(Correction correction, string right, CancellationToken stop)
    {
        if (correction.Card == Card.A && await _db.Set<CardA>().SingleOrDefaultAsync(c => c.Person == correction.Person, stop) is { } a) CardColumns.Set(a, correction.Column, right);
        if (correction.Card == Card.B && await _db.Set<CardB>().SingleOrDefaultAsync(c => c.Person == correction.Person, stop) is { } b) CardColumns.Set(b, correction.Column, right);
        if (correction.Column is not ("given_name" or "family_name" or "user_id")) return;

        await _writing.FlushAsync(stop);
        await _settling.SettleAsync([correction.Person], [], stop);
        await ResortAsync(correction.Person, stop);
    }

    private async Task ResortAsync(PersonId person, CancellationToken stop)
    {
        var name = await _db.Set<CardA>().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName }).SingleOrDefaultAsync(stop)
            ?? await _db.Set<CardB>().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName }).SingleAsync(stop);
        var key = PersonNaming.SortKey(name.GivenName, name.FamilyName);
        await _db.Set<Person>().Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.SortKey, key), stop);
    }

    private void Answer(Correction correction, CorrectionState state, string? answer, Actor by)
    {
        var said = answer?.Trim();
        (correction.State, correction.AnsweredBy, correction.AnsweredAt) = (state, by.Person, _clock.UtcNow());
        correction.Answer = string.IsNullOrEmpty(said) ? null : said.Length > Correction.LongestSaid ? said[..Correction.LongestSaid] : said;
    }

    private Refusal Refused(Actor by, CorrectionId id, Text reason) => _audit.Refused(by, "register.correction.answer", id.Value, reason);
}
