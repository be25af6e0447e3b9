using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Invites partners: somebody from outside, with card A and its origins, an assignment, a sponsorship and places, all in one writing.</summary>
public sealed class InvitationActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly AssignmentActions _assignments;
    private readonly OwnCovers _covers;
    private readonly IEnumerable<IPartnerPlaces> _places;
    private readonly WaitingInvitations _waiting;
    private readonly TimeProvider _clock;
    private readonly Trust _trust;

    internal InvitationActions(
        TupaDb db, Writing writing, AuditLog audit, AssignmentActions assignments, OwnCovers covers, IEnumerable<IPartnerPlaces> places, WaitingInvitations waiting,
        Trust trust, TimeProvider clock) =>
        (_db, _writing, _audit, _assignments, _covers, _places, _waiting, _trust, _clock) = (db, writing, audit, assignments, covers, places, waiting, trust, clock);

    /// <summary>
    /// The partner of the input, whose fields have been looked at. Somebody whom the address might belong to is never taken for the
    /// partner by the address alone: the invitation waits until two who handle the source have told, and then goes on.
    /// </summary>
    /// <param name="deputy">Null for none.</param>
    /// <returns>Whether it waits.</returns>
    public async Task<(bool Waits, Refusal? Refusal)> InviteAsync(InvitationInput told, AssignmentId? deputy, Actor by, CancellationToken stop = default)
    {
        var waits = false;
        var refusal = await _writing.RunAsync(async () =>
        {
            waits = false;
            (waits, var refused) = await BeginAsync(told, deputy, by, stop);
            return refused;
        }, stop);
        return (waits, refusal);
    }

    /// <summary>
    /// An invitation that has waited goes on, inside the writing in which two have told: for the one whose the record is, or for somebody
    /// new. Where its day or its inviter's time is over, it lapses.
    /// </summary>
    internal async Task<Refusal?> GoOnAsync(SourceRecord record, FedPerson told, PersonId? whose, Actor by, CancellationToken stop)
    {
        if (await _db.Set<WaitingInvitation>().SingleOrDefaultAsync(i => i.Record == record.Id, stop) is not { } waiting) return null;

        var today = _clock.Today();
        var sponsor = await Assignment.In(_db, _clock.UtcNow()).Where(a => a.Id == waiting.Sponsor).Select(a => new OwnCover(a.Id, a.Person, a.Unit, a.LastDay)).FirstOrDefaultAsync(stop);
        if (sponsor is null || waiting.LastDay < today || waiting.LastDay > sponsor.LastDay)
        {
            _db.Remove(waiting);
            _audit.Write(by, "register.partner.lapsed", waiting.Assignment.Value);
            return null;
        }

        if (whose == sponsor.Person) return new(PartnerText.OwnSponsor);

        _db.Remove(waiting);
        var person = whose ?? await NewAsync(told, stop);
        record.Person = person;
        record.LastBatch = Guid.CreateVersion7();
        await _writing.FlushAsync(stop);
        await CardAsync(person, record, told, stop);
        var places = waiting.Places.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => Guid.Parse(p, CultureInfo.InvariantCulture)).ToList();
        await BeginAsync(waiting.Assignment, person, record.Id, sponsor, new(waiting.Sponsor, waiting.Contract, waiting.Purpose, waiting.Deputy), waiting.LastDay, places, by, Actor.Of(sponsor.Person), stop);
        return null;
    }

    private async Task<(bool Waits, Refusal? Refusal)> BeginAsync(InvitationInput told, AssignmentId? deputy, Actor by, CancellationToken stop)
    {
        var id = new AssignmentId(told.Id);
        await _writing.InTurnAsync("sponsorships", stop);
        if (await _covers.OfAsync(by.Person, stop) is not { Unit: not null } own) return Refused(Refusal.Absent);
        if (await _waiting.IsHereAsync(id, stop)) return (true, null);
        if (await _db.Set<Assignment>().AnyAsync(a => a.Id == id, stop)) return default;

        var input = told.Tidy();
        var day = input.Day!.Value;
        if (day > own.LastDay) return Refused(new(PartnerText.BeyondSponsor(own.LastDay)));
        var match = (await new Matching(_db, _trust, _clock).OfAsync(Source.Sponsors, "", [(Fed(input), null)], stop))[Key(id)];
        if (match.Person is not null || !match.Clear)
        {
            await _waiting.AddAsync(id, Fed(input), input, own, deputy, match.Person is { } one ? [one] : match.Doubts, by, stop);
            return (true, null);
        }

        var person = await NewAsync(Fed(input), stop);
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Sponsors, Key = Key(id), Person = person, LastBatch = Guid.CreateVersion7() };
        _db.Add(record);
        await _writing.FlushAsync(stop);
        await CardAsync(person, record, Fed(input), stop);
        await BeginAsync(id, person, record.Id, own, new(own.Assignment, input.Contract!, input.Purpose!, deputy), day, input.Places, by, by, stop);
        return default;

        (bool, Refusal?) Refused(Refusal refusal) => (false, _audit.Refused(by, "register.partner.invite", id.Value, refusal));
    }

    private async Task BeginAsync(
        AssignmentId id, PersonId person, SourceRecordId record, OwnCover own, NewSponsorship sponsor, DateOnly day, IReadOnlyCollection<Guid> places, Actor by, Actor inviter, CancellationToken stop)
    {
        Sure(await _assignments.BeginAsync(id, new(
            person, Population.Partner, AssignmentKind.Regular, own.Unit, Organ: null, await DutyAsync(stop), Source.Sponsors, _clock.Today(), day, [],
            Sponsor: sponsor, Record: record, Key: Key(id)), inviter, stop));
        await _writing.FlushAsync(stop);
        foreach (var room in _places) await room.AdmitAsync(person, id.Value, places, Helsinki.EndOf(day), inviter, stop);
        _audit.Write(by, "register.partner.invited", id.Value, person);
    }

    /// <summary>A user ID that nobody has: the name and four digits. Partners bring none of their own.</summary>
    internal static async Task<string> UserIdAsync(TupaDb db, string given, string family, CancellationToken stop)
    {
        const int longestName = 90;
        var name = string.Join('.', new[] { given, family }.Select(n => Fold.Plain(n).Replace(' ', '-')));
        var begins = name.Length > longestName ? name[..longestName] : name;
        while (true)
        {
            var userId = string.Create(CultureInfo.InvariantCulture, $"{begins}.{RandomNumberGenerator.GetInt32(1_000, 10_000)}");
            if (!await db.Set<CardA>().AnyAsync(c => c.UserId == userId, stop) && !await db.Set<CardB>().AnyAsync(c => c.UserId == userId, stop)) return userId;
        }
    }

    /// <summary>What the source calls the partner: never the address, for addresses are given to the next one.</summary>
    private static string Key(AssignmentId id) => id.ToString();

    private static FedPerson Fed(InvitationInput input) => new(input.Id.ToString(), Card.A, input.GivenName!, input.FamilyName!, []) { Email = input.Email, Organisation = input.Organisation };

    private async Task<PersonId> NewAsync(FedPerson told, CancellationToken stop)
    {
        var person = new Person { Id = PersonId.New(), CreatedAt = _clock.UtcNow(), SortKey = PersonNaming.SortKey(told.GivenName, told.FamilyName) };
        _db.Add(person);
        await _writing.FlushAsync(stop);
        return person.Id;
    }

    /// <summary>What the inviter wrote, where no source of more weight says otherwise; and a user ID for whoever has none.</summary>
    private async Task CardAsync(PersonId person, SourceRecord record, FedPerson told, CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var card = await _db.Set<CardA>().SingleOrDefaultAsync(c => c.Person == person, stop);
        if (card is null) _db.Add(card = new() { Person = person, GivenName = "", FamilyName = "", Organisation = "" });
        var origins = await _db.Set<Origin>().Where(o => o.Person == person && o.Card == Card.A).ToListAsync(stop);
        var known = origins.Select(o => o.SourceRecord).ToList();
        var sources = await _db.Set<SourceRecord>().AsNoTracking().Where(r => known.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        var hasUserId = card.UserId is not null || await _db.Set<CardB>().AnyAsync(c => c.Person == person && c.UserId != null, stop);
        var userId = hasUserId ? null : await UserIdAsync(_db, told.GivenName, told.FamilyName, stop);

        foreach (var (column, value) in new[]
        {
            ("given_name", told.GivenName), ("family_name", told.FamilyName), ("email", told.Email), ("organisation", told.Organisation), ("user_id", userId),
        })
        {
            if (string.IsNullOrEmpty(value)) continue;

            // What stands on the card of somebody who is here already, and is nobody's on record, an inviter does not write over.
            var origin = origins.Find(o => CardsRead.Column(o.Column) == column);
            if (origin is null && !string.IsNullOrEmpty(CardColumns.Value(card, column))) continue;

            var stands = origin is null ? null : new Standing(sources[origin.SourceRecord].Source, origin.SourceRecord, sources[origin.SourceRecord].State == RecordState.Live, origin.ReceivedAt);
            if (Contest.Of(Card.A, column, Source.Sponsors, record.Id, now, value, CardColumns.Value(card, column), stands) == Outcome.Stays) continue;

            CardColumns.Set(card, column, value);
            if (origin is null) _db.Add(origin = new() { Person = person, Card = Card.A, Column = column, SourceRecord = record.Id, Batch = record.LastBatch!.Value, ReceivedAt = now });
            (origin.SourceRecord, origin.Batch, origin.ReceivedAt) = (record.Id, record.LastBatch!.Value, now);
        }

        var key = PersonNaming.SortKey(card.GivenName, card.FamilyName);
        await _writing.FlushAsync(stop);
        await _db.Set<Person>().Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.SortKey, key), stop);
    }

    /// <summary>The duty of partners, where the city has it on its list.</summary>
    private Task<GroupId?> DutyAsync(CancellationToken stop) =>
        _db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && g.Code == Group.PartnerDuty).Select(g => (GroupId?)g.Id).FirstOrDefaultAsync(stop);

    /// <summary>What was looked into before is not refused now; if it is, nothing at all is to be kept.</summary>
    private static void Sure(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException(refusal.Reason.En);
    }
}
