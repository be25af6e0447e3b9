using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Posts;

/// <summary>What people have written and pressed, for those who tell whether two are one: counted, never shown.</summary>
internal sealed class PostsMade(TupaDb db) : IPersonMade
{
    public IQueryable<PersonMade> Of(IReadOnlyCollection<PersonId> people) => db.Set<Post>().Where(p => p.Author != null && people.Contains(p.Author.Value))
        .Select(p => new PersonMade { Person = p.Author!.Value, Kind = MadeKind.Posts })
        .Concat(db.Set<Comment>().Where(c => c.Author != null && people.Contains(c.Author.Value)).Select(c => new PersonMade { Person = c.Author!.Value, Kind = MadeKind.Comments }))
        .Concat(db.Set<Reaction>().Where(r => people.Contains(r.Person)).Select(r => new PersonMade { Person = r.Person, Kind = MadeKind.Reactions }))
        .Concat(db.Set<Confirmation>().Where(c => people.Contains(c.Person)).Select(c => new PersonMade { Person = c.Person, Kind = MadeKind.Confirmations }))
        .Concat(db.Set<Draft>().Where(d => people.Contains(d.Author)).Select(d => new PersonMade { Person = d.Author, Kind = MadeKind.Drafts }));
}
