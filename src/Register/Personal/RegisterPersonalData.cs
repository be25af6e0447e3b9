using System.Globalization;
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
        await foreach (var row in RowsAsync(db.Set<Person>().Where(p => p.Id == person), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<CardA>().Where(c => c.Person == person), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<CardB>().Where(c => c.Person == person), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Origin>().Where(o => o.Person == person).OrderBy(o => o.Card).ThenBy(o => o.Column), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<SourceRecord>().Where(r => r.Person == person).OrderBy(r => r.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Assignment>().Where(a => a.Person == person).OrderBy(a => a.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Sponsorship>().Where(s => own.Contains(s.Assignment) || s.ToldBy == person).OrderBy(s => s.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<WaitingInvitation>().Where(i => own.Contains(i.Sponsor)).OrderBy(i => i.Assignment), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<GroupMember>().Where(m => m.Person == person).OrderBy(m => m.Group).ThenBy(m => m.Cause), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Authority>().Where(a => own.Contains(a.Assignment)).OrderBy(a => a.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<NameWord>().Where(w => w.Person == person).OrderBy(w => w.Word), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Extension>().Where(e => own.Contains(e.Assignment) || e.ProposedBy == person).OrderBy(e => e.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<TeamConfirmation>().Where(c => own.Contains(c.Assignment) || c.ConfirmedBy == person).OrderBy(c => c.Assignment).ThenBy(c => c.Round), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Picture>().Where(p => p.Person == person), stop)) yield return row;
        await foreach (var row in RowsAsync(FeedTraces.Batches(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(FeedTraces.Staged(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(YearTraces.Changes(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(YearTraces.Contents(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(FeedTraces.Questions(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(FeedTraces.Corrections(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(db.Set<Disclosure>().Where(d => d.By == person).OrderBy(d => d.At).ThenBy(d => d.Id), stop)) yield return row;
        await foreach (var row in RowsAsync(ScimTraces.Users(db, person), stop)) yield return row;
        await foreach (var row in RowsAsync(ScimTraces.Cuts(db, person), stop)) yield return row;
        await foreach (var at in JoiningTraces.JoinedAt(db, person).AsAsyncEnumerable().WithCancellation(stop))
            yield return new("register_joinings", new Dictionary<string, string?> { ["joined_at"] = Written(at) });
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

    /// <summary>A row as its table has it: every column, under its own name.</summary>
    private async IAsyncEnumerable<PersonalRow> RowsAsync<TEntity>(IQueryable<TEntity> rows, [EnumeratorCancellation] CancellationToken stop)
        where TEntity : class
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var table = entity.GetTableName()!;
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new(table, entity.GetProperties().ToDictionary(
                p => p.GetColumnName(), p => Written(p.PropertyInfo?.GetValue(row)), StringComparer.Ordinal));
        }
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
