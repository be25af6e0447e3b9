using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Keeps the rows of who is mentioned where, and offers whom one may mention: only those who can see the text.</summary>
internal sealed class MentionActions(
    TupaDb db, Audience audience, PeopleSeen seen, PeopleSearch search, PeopleNames names, Notices notices)
{
    /// <summary>People whose name begins so, who are in the audience, and whom the actor sees.</summary>
    public Task<IReadOnlyList<PersonName>> OfferAsync(AudienceId id, string typed, Actor by, CancellationToken stop) =>
        search.FindAsync(typed, by, 8, audience.People(id), stop);

    /// <summary>
    /// The text as it is to be stored: chosen names become marks, and marks of people outside the audience, or unseen by the actor,
    /// become nobody's. Whom it named before stays. Inside a writing, with the audience already put down.
    /// </summary>
    public Task<string> WriteAsync(
        string text, Guid source, IReadOnlyCollection<PersonId> chosen, AudienceId id, Actor by, CancellationToken stop) =>
        MarkedAsync(text, source, chosen, audience.People(id), by, stop);

    /// <summary>As <see cref="WriteAsync"/>, for people who may not be an audience yet; also outside of a writing.</summary>
    public async Task<string> MarkedAsync(
        string text, Guid source, IReadOnlyCollection<PersonId> chosen, IQueryable<PersonId> inside, Actor by, CancellationToken stop)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) return text;

        var asked = chosen.Concat(MentionMark.In(text)).Distinct().ToList();
        if (asked.Count == 0) return text;

        var mayName = seen.By(by);
        var allowed = (await db.Set<Membership>()
                .Where(m => asked.Contains(m.Person) && inside.Contains(m.Person) && mayName.Contains(m.Person))
                .Select(m => m.Person).Distinct().ToListAsync(stop))
            .ToHashSet();
        allowed.UnionWith(await db.Set<Mention>().Where(m => m.Source == source).Select(m => m.Person).ToListAsync(stop));

        var known = await names.ForAsync([.. chosen.Where(allowed.Contains)], by, stop);
        return MentionMark.Keep(MentionMark.Write(text, known.Values.SelectMany(Spelled)), allowed);
    }

    /// <summary>The rows follow the text. Inside a writing.</summary>
    public async Task FollowAsync(string text, Guid source, PostId post, CancellationToken stop)
    {
        var now = MentionMark.In(text);
        var before = await db.Set<Mention>().Where(m => m.Source == source).ToListAsync(stop);
        db.RemoveRange(before.Where(m => !now.Contains(m.Person)));
        db.AddRange(now.Except(before.Select(m => m.Person)).Select(p => new Mention { Source = source, Person = p, Post = post }));
    }

    /// <summary>Tells those mentioned who have not been told and still are in the audience. Inside a writing, after what it follows has been put down.</summary>
    public async Task TellAsync(Post post, Guid source, PersonId? from, CancellationToken stop)
    {
        var untold = await db.Set<Mention>().Where(m => m.Source == source && !m.Told).ToListAsync(stop);
        if (untold.Count == 0) return;

        var inside = await InsideAsync(post.Audience, untold.ConvertAll(m => m.Person), stop);
        foreach (var mention in untold) mention.Told = true;
        await notices.SendAsync([.. inside.Select(p => new Notice(p, NoticeKind.Mention, post.Id.Value, post.Space, from))], stop);
    }

    /// <summary>Those of the people who are in the audience now: nobody else is told of anything.</summary>
    public async Task<IReadOnlySet<PersonId>> InsideAsync(AudienceId id, List<PersonId> people, CancellationToken stop) => people.Count == 0
        ? new HashSet<PersonId>()
        : (await audience.People(id).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();

    /// <summary>How a name may stand in a text: namesakes with their unit.</summary>
    public static IEnumerable<KeyValuePair<PersonId, string>> Spelled(PersonName person)
    {
        yield return new(person.Id, person.Name);
        if (person.Unit is not null) yield return new(person.Id, $"{person.Name} ({person.Unit})");
    }
}
