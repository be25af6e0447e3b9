using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the register holds of a person. Erased last of all rooms: everything else in the house points at the person's row.</summary>
internal sealed class RegisterPersonalData(TupaDb db, BlobRelease release, HeadGroups heads) : IPersonalData
{
    private readonly AssignmentErasure _assignments = new(db);

    public IReadOnlyList<string> Tables =>
    [
        "register_people", "register_cards_a", "register_cards_b", "register_origins", "register_source_records", "register_assignments",
        "register_sponsorships", "register_invitations", "register_group_members", "register_authorities", "register_name_words", "register_pictures",
        .. FeedTraces.Tables,
        "register_extensions", "register_disclosures", "register_confirmations",
        .. ScimTraces.Tables,
        .. JoiningTraces.Tables,
    ];

    public Text Description => new(
        Fi: "Nimesi, kuvasi, yhteystietosi, tehtäväsi, ryhmäsi ja valtuutesi sekä mistä ne on saatu.",
        Sv: "Ditt namn, din bild, dina kontaktuppgifter, uppgifter, grupper och befogenheter samt varifrån de kommer.",
        En: "Your name, picture, contact details, duties, groups and authorities, and where they came from.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var own = Assignments(person);
        var read = await RegisterRows.OfAsync(db, person, stop);
        await foreach (var row in read.ReadAsync(db.Set<Person>().Where(p => p.Id == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<CardA>().Where(c => c.Person == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<CardB>().Where(c => c.Person == person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Origin>().Where(o => o.Person == person).OrderBy(o => o.Card).ThenBy(o => o.Column), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<SourceRecord>().Where(r => r.Person == person).OrderBy(r => r.Id), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Assignment>().Where(a => a.Person == person).OrderBy(a => a.Id), stop)) yield return row;
        await foreach (var row in read.ReadAsync(
            db.Set<Sponsorship>().Where(s => own.Contains(s.Assignment) || own.Contains(s.SponsorAssignment) || own.Any(o => o == s.Deputy) || s.ToldBy == person).OrderBy(s => s.Id), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<WaitingInvitation>().Where(i => own.Contains(i.Sponsor) || own.Any(o => o == i.Deputy)).OrderBy(i => i.Assignment), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<GroupMember>().Where(m => m.Person == person).OrderBy(m => m.Group).ThenBy(m => m.Cause), stop, "cause")) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Authority>().Where(a => own.Contains(a.Assignment) || a.GrantedBy == person).OrderBy(a => a.Id), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<NameWord>().Where(w => w.Person == person).OrderBy(w => w.Word), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Extension>().Where(e => own.Contains(e.Assignment) || e.ProposedBy == person).OrderBy(e => e.Id), stop)) yield return row;

        // Why it was proposed is about somebody else.
        await foreach (var row in read.ReadAsync(db.Set<Extension>().Where(e => e.DecidedBy == person && !own.Contains(e.Assignment) && e.ProposedBy != person).OrderBy(e => e.Id), stop, "reason")) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<TeamConfirmation>().Where(c => own.Contains(c.Assignment) || c.ConfirmedBy == person).OrderBy(c => c.Assignment).ThenBy(c => c.Round), stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Picture>().Where(p => p.Person == person), stop, "key")) yield return row;
        await foreach (var row in FeedTraces.ExportAsync(db, person, read, stop)) yield return row;
        await foreach (var row in read.ReadAsync(db.Set<Disclosure>().Where(d => d.By == person).OrderBy(d => d.At).ThenBy(d => d.Id), stop)) yield return row;
        await foreach (var row in read.ReadAsync(ScimTraces.Users(db, person), stop)) yield return row;
        await foreach (var row in read.ReadAsync(ScimTraces.Cuts(db, person), stop)) yield return row;
        await foreach (var row in JoiningTraces.ExportAsync(db, person, stop)) yield return row;
    }

    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        var headed = await heads.ConcernAsync([person], stop);
        var picture = await db.Set<Picture>().Where(p => p.Person == person).Select(p => p.Blob).ToListAsync(stop);
        var touched = await FeedTraces.EraseAsync(db, person, stop);
        touched += await db.Set<NameWord>().Where(w => w.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Picture>().Where(p => p.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<GroupMember>().Where(m => m.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Origin>().Where(o => o.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Authority>().Where(a => a.GrantedBy == person)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.GrantedBy, (PersonId?)null), stop);
        touched += await db.Set<Extension>().Where(e => e.ProposedBy == person).ExecuteUpdateAsync(set => set.SetProperty(e => e.ProposedBy, (PersonId?)null), stop);
        touched += await db.Set<Extension>().Where(e => e.DecidedBy == person).ExecuteUpdateAsync(set => set.SetProperty(e => e.DecidedBy, (PersonId?)null), stop);
        touched += await db.Set<Sponsorship>().Where(s => s.ToldBy == person).ExecuteUpdateAsync(set => set.SetProperty(s => s.ToldBy, (PersonId?)null), stop);
        touched += await db.Set<Disclosure>().Where(d => d.By == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.By, (PersonId?)null), stop);
        touched += await db.Set<TeamConfirmation>().Where(c => c.ConfirmedBy == person).ExecuteUpdateAsync(set => set.SetProperty(c => c.ConfirmedBy, (PersonId?)null), stop);
        touched += await _assignments.OfAsync(await Assignments(person).ToListAsync(stop), stop);
        touched += await ScimTraces.EraseAsync(db, person, stop);
        touched += await JoiningTraces.EraseAsync(db, person, stop);
        touched += await db.Set<SourceRecord>().Where(r => r.Person == person && !db.Set<Origin>().Any(o => o.SourceRecord == r.Id)).ExecuteDeleteAsync(stop);
        if (headed) await heads.SettleAsync(stop);
        touched += await db.Set<CardA>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<CardB>().Where(c => c.Person == person).ExecuteDeleteAsync(stop);
        touched += await db.Set<Person>().Where(p => p.Id == person).ExecuteDeleteAsync(stop);
        await release.LetGoAsync(picture, stop);
        return touched;
    }

    public async Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        await FeedTraces.RemainingAsync(db, person, stop)
        + await db.Set<NameWord>().CountAsync(w => w.Person == person, stop)
        + await db.Set<Picture>().CountAsync(p => p.Person == person, stop)
        + await ScimTraces.RemainingAsync(db, person, stop)
        + await JoiningTraces.RemainingAsync(db, person, stop)
        + await db.Set<GroupMember>().CountAsync(m => m.Person == person, stop)
        + await db.Set<Origin>().CountAsync(o => o.Person == person, stop)
        + await db.Set<SourceRecord>().CountAsync(r => r.Person == person, stop)
        + await db.Set<Authority>().CountAsync(a => a.GrantedBy == person, stop)
        + await db.Set<Extension>().CountAsync(e => e.ProposedBy == person || e.DecidedBy == person, stop)
        + await db.Set<Sponsorship>().CountAsync(s => s.ToldBy == person, stop)
        + await db.Set<Disclosure>().CountAsync(d => d.By == person, stop)
        + await db.Set<TeamConfirmation>().CountAsync(c => c.ConfirmedBy == person, stop)
        + await db.Set<Assignment>().CountAsync(a => a.Person == person, stop)
        + await db.Set<CardA>().CountAsync(c => c.Person == person, stop)
        + await db.Set<CardB>().CountAsync(c => c.Person == person, stop)
        + await db.Set<Person>().CountAsync(p => p.Id == person, stop);

    private IQueryable<AssignmentId> Assignments(PersonId person) => db.Set<Assignment>().Where(a => a.Person == person).Select(a => a.Id);
}
