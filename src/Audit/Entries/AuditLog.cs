using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>Notes deeds and refusals. What is noted here is saved with the deed, in one commit, or not at all.</summary>
public sealed class AuditLog(TupaDb db, IBulk bulk, Whence whence, IActorStandings standings, TimeProvider clock) : IWritingEnd
{
    /// <summary>From so many notes on they are written at once and not one by one: a council changes, a school year turns.</summary>
    private const int Many = 100;

    private readonly List<Note> _notes = [];

    /// <summary>A deed was done.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="deed">room.noun.pasttense.</param>
    /// <param name="thing">The id of what it was done to.</param>
    /// <param name="subject">The person it was done to.</param>
    /// <param name="space">The space in which it was done.</param>
    /// <param name="count">A number that belongs to the deed.</param>
    public void Write(Actor by, string deed, Guid? thing = null, PersonId? subject = null, Guid? space = null, long? count = null) =>
        Add(new(by, deed, AuditOutcome.Done, thing, subject, space, count));

    /// <summary>A deed was refused; returns the refusal, so that an action can answer with it in the same line.</summary>
    public Refusal Refused(Actor by, string deed, Guid? thing, Refusal refusal, PersonId? subject = null, Guid? space = null)
    {
        Add(new(by, deed, AuditOutcome.Refused, thing, subject, space, null));
        return refusal;
    }

    /// <inheritdoc cref="Refused(Actor, string, Guid?, Refusal, PersonId?, Guid?)"/>
    public Refusal Refused(Actor by, string deed, Guid? thing, Text reason) => Refused(by, deed, thing, new Refusal(reason));

    /// <summary>Before two people become one: what has been noted of them so far is put down, and the log goes on under the alias of the one who is kept. No entry is rewritten.</summary>
    public async Task JoinAsync(PersonId lost, CancellationToken stop = default)
    {
        await PutDownAsync(stop);
        await db.Set<AliasRow>().Where(a => a.Person == lost).ExecuteUpdateAsync(set => set.SetProperty(a => a.Former, true), stop);
    }

    async Task IWritingEnd.BeforeCommitAsync(TupaDb context, CancellationToken stop) => await PutDownAsync(stop);

    void IWritingEnd.Forget() => _notes.Clear();

    private void Add(Note note) => _notes.Add(note);

    private async Task PutDownAsync(CancellationToken stop)
    {
        if (_notes.Count == 0) return;

        var aliases = await AliasesAsync([.. _notes.SelectMany(n => n.People).Distinct()], stop);
        var known = await StandingsAsync([.. _notes.Select(n => n.By.Person).OfType<PersonId>().Distinct()], stop);
        var entries = _notes.Select(n => n.Entry(clock.UtcNow(), aliases, known, whence));
        if (_notes.Count < Many) db.AddRange(entries);
        else await bulk.InsertAsync(db, entries, stop);
        _notes.Clear();
    }

    /// <summary>Of the one who asks the door has read it; nobody else is asked for but where a job or a sign-in does something in a person's name.</summary>
    private async Task<Dictionary<PersonId, ActorStanding>> StandingsAsync(List<PersonId> actors, CancellationToken stop)
    {
        var known = new Dictionary<PersonId, ActorStanding>();
        foreach (var actor in actors)
        {
            if (whence.StandingOf(actor) is { } standing) known[actor] = standing;
        }

        if (known.Count == actors.Count) return known;
        foreach (var (actor, standing) in await standings.OfAsync([.. actors.Where(a => !known.ContainsKey(a))], stop)) known[actor] = standing;
        return known;
    }

    private async Task<Dictionary<PersonId, AuditAlias>> AliasesAsync(List<PersonId> people, CancellationToken stop)
    {
        if (people.Count == 0) return [];

        // Two who were first noted at once may have made two: the older one goes on.
        var known = (await db.Set<AliasRow>().Where(a => people.Contains(a.Person) && !a.Former).OrderBy(a => a.Alias).Select(a => new { a.Person, a.Alias }).ToListAsync(stop))
            .DistinctBy(a => a.Person).ToDictionary(a => a.Person, a => a.Alias);
        foreach (var person in people.Where(p => !known.ContainsKey(p)))
        {
            var alias = new AliasRow { Person = person, Alias = AuditAlias.New() };
            db.Add(alias);
            known[person] = alias.Alias;
        }

        return known;
    }

    private sealed record Note(Actor By, string Deed, AuditOutcome Outcome, Guid? Thing, PersonId? Subject, Guid? Space, long? Count)
    {
        public IEnumerable<PersonId> People => new[] { By.Person, Subject }.OfType<PersonId>();

        /// <summary>A deed done to a person says so by the alias: the id that content knows the person by never enters the log.</summary>
        private Guid? Nameless(Guid? thing) => People.Any(p => p.Value == thing) ? null : thing;

        public AuditEntry Entry(DateTime at, Dictionary<PersonId, AuditAlias> aliases, Dictionary<PersonId, ActorStanding> standings, Whence whence)
        {
            var standing = By.Person is { } person ? standings.GetValueOrDefault(person, ActorStanding.Nothing) : ActorStanding.Nothing;
            var address = whence.Address is { } from ? ErasableValue.New(from) : null;
            return new()
            {
                Id = Guid.CreateVersion7(),
                At = at,
                By = By.Person is { } by ? aliases[by] : null,
                ByName = By.Name,
                Deed = Deed,
                Outcome = Outcome,
                Thing = Nameless(Thing),
                Subject = Subject is { } subject ? aliases[subject] : null,
                Space = Space,
                Count = Count,
                Population = standing.Population,
                Authority = standing.Authority,
                Way = whence.Way,
                Reference = whence.Reference,
                Address = address?.Value,
                AddressSalt = address?.Salt,
                AddressDigest = address?.Digest,
            };
        }
    }
}
