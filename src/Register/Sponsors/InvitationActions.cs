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
    private readonly TimeProvider _clock;
    private readonly Trust _trust;

    internal InvitationActions(
        TupaDb db, Writing writing, AuditLog audit, AssignmentActions assignments, OwnCovers covers, IEnumerable<IPartnerPlaces> places, Trust trust, TimeProvider clock) =>
        (_db, _writing, _audit, _assignments, _covers, _places, _trust, _clock) = (db, writing, audit, assignments, covers, places, trust, clock);

    /// <summary>
    /// The partner of the input, whose fields have been looked at. Somebody whom the address might belong to is never taken for the
    /// partner: the sponsor is told to ask.
    /// </summary>
    /// <param name="deputy">Null for none.</param>
    public Task<Refusal?> InviteAsync(InvitationInput told, AssignmentId? deputy, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var id = new AssignmentId(told.Id);
        await _writing.InTurnAsync("sponsorships", stop);
        if (await _covers.OfAsync(by.Person, stop) is not { Unit: not null } own) return Refused(Refusal.Absent);
        if (await _db.Set<Assignment>().AnyAsync(a => a.Id == id, stop)) return null;

        var input = told.Tidy();
        var day = input.Day!.Value;
        if (day > own.LastDay) return Refused(new(PartnerText.BeyondSponsor(own.LastDay)));
        var match = (await new Matching(_db, _trust, _clock).OfAsync(Source.Sponsors, "", [(Fed(input), null)], stop))[Key(id)];
        if (match.Person is not null || !match.Clear) return Refused(new(PartnerText.KnownAddress));

        var person = await PutDownAsync(id, input, stop);
        Sure(await _assignments.BeginAsync(id, new(
            person.Id, Population.Partner, AssignmentKind.Regular, own.Unit, Organ: null, await DutyAsync(stop), Source.Sponsors, _clock.Today(), day, [],
            Sponsor: new(own.Assignment, input.Contract!, input.Purpose!, deputy), Record: person.Record, Key: Key(id)), by, stop));
        await _writing.FlushAsync(stop);
        foreach (var room in _places) await room.AdmitAsync(person.Id, id.Value, input.Places, Helsinki.EndOf(day), by, stop);
        _audit.Write(by, "register.partner.invited", id.Value, person.Id);
        return null;

        Refusal Refused(Refusal refusal) => _audit.Refused(by, "register.partner.invite", id.Value, refusal);
    }, stop);

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

    private static FedPerson Fed(InvitationInput input) => new(input.Id.ToString(), Card.A, input.GivenName!, input.FamilyName!, []) { Email = input.Email };

    private async Task<(PersonId Id, SourceRecordId Record)> PutDownAsync(AssignmentId id, InvitationInput input, CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var person = new Person { Id = PersonId.New(), CreatedAt = now, SortKey = PersonNaming.SortKey(input.GivenName!, input.FamilyName!) };
        _db.Add(person);
        _db.Add(new CardA
        {
            Person = person.Id,
            GivenName = input.GivenName!,
            FamilyName = input.FamilyName!,
            Email = input.Email,
            UserId = await UserIdAsync(_db, input.GivenName!, input.FamilyName!, stop),
            Organisation = input.Organisation!,
        });
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Sponsors, Key = Key(id), Person = person.Id, LastBatch = Guid.CreateVersion7() };
        _db.Add(record);
        await _writing.FlushAsync(stop);
        _db.AddRange(new[] { "given_name", "family_name", "email", "user_id", "organisation" }.Select(column => new Origin
        {
            Person = person.Id,
            Card = Card.A,
            Column = column,
            SourceRecord = record.Id,
            Batch = record.LastBatch.Value,
            ReceivedAt = now,
        }));
        return (person.Id, record.Id);
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
