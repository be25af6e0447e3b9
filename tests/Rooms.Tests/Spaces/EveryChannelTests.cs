using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>
/// One audience function (DESIGN, law 1): for every person and every post of a town drawn by lot, every channel says what the bare rows
/// say (<see cref="TownFacts"/>). Eighty people by 125 posts: all ten thousand pairs are asked of page, API, bytes and thumbnail over HTTP;
/// home and the pages and lists of spaces hold all of a person's posts at once; what belongs to an audience (explanation, its page with the
/// count, mentions) is asked of every person and every audience. Bytes that should not be there are asked for by HEAD, which takes the
/// same way and spares us the drawing of twenty thousand pages that say so. A failure names the seed; TUPA_SEED draws that town again.
/// </summary>
public sealed partial class EveryChannelTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_channel_tells_everyone_the_same_of_everything(string database)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TUPA_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xFFFFFF;
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RandomTown.DrawAsync(house, seed);
        var facts = await TownFacts.ReadAsync(house);
        var faults = new ConcurrentQueue<string>();
        await CountAsync(house, facts, faults);
        foreach (var chunk in town.People.Chunk(10))
        {
            var clients = new Dictionary<PersonId, HttpClient>();
            foreach (var (person, _) in chunk) clients[person] = await house.SignedInAsync(person);
            await Parallel.ForEachAsync(chunk, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asker, _) =>
            {
                using var client = clients[asker.Id];
                await new Asking(house, town, facts, asker.Id, client, faults).AskAsync();
            });
        }

        Assert.True(faults.IsEmpty, $"Seed {seed}, {faults.Count} faults:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(40))}");

        // A town in which nobody sees anything, or everybody everything, would prove nothing.
        var read = town.People.Sum(p => town.Posts.Count(post => facts.Reads(p.Id, post.Id)));
        var opened = town.People.Sum(p => town.Posts.Count(post => facts.Opens(p.Id, post.Id)));
        Assert.True(read is > 400 and < 6000 && opened > read, $"Seed {seed} draws a dull town: {read} read, {opened} opened");
    }

    /// <summary>The counts of "who will see this", before anybody has signed in.</summary>
    private static async Task CountAsync(TestHouse house, TownFacts facts, ConcurrentQueue<string> faults)
    {
        foreach (var audience in facts.Audiences)
        {
            var count = await house.InAsync((AudiencePeople people) => people.CountAsync(audience));
            if ((count.Total, count.Outside) != (facts.Count(audience), facts.Outside(audience)))
                faults.Enqueue($"count of {audience}: {count.Total}, {count.Outside} from outside; should be {facts.Count(audience)}, {facts.Outside(audience)}");
        }
    }

    [GeneratedRegex(@"href=""/posts/(?<id>[0-9a-f-]{36})[""#]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"""id"":""(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"href=""(?<href>[^""]*\?before=[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Older();

    [GeneratedRegex(@"data-person=""(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offered();

    /// <summary>One person who asks every channel for everything.</summary>
    private sealed class Asking(TestHouse house, RandomTown town, TownFacts facts, PersonId me, HttpClient client, ConcurrentQueue<string> faults)
    {
        public async Task AskAsync()
        {
            await HomeAsync();
            foreach (var space in town.Spaces) await SpaceAsync(space);
            foreach (var audience in facts.Audiences) await AudienceAsync(audience);
            foreach (var post in town.Posts) await PostAsync(post);
        }

        private async Task HomeAsync()
        {
            var visible = await house.InAsync((Audience audience) => audience.Visible(Actor.Of(me)).ToListAsync());
            Same("the audience function", facts.Audiences.Where(a => facts.Sees(me, a)).Select(a => a.Value), visible.Select(a => a.Value));
            Same("home", town.Posts.Where(p => facts.HasAtHome(me, p.Id)).Select(p => p.Id.Value), await ListedAsync("/", HttpStatusCode.OK));
        }

        private async Task SpaceAsync(TestSpace space)
        {
            var status = facts.Enters(me, space.Id) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            var expected = town.Posts.Where(p => p.Space == space && facts.Reads(me, p.Id)).Select(p => p.Id.Value).ToList();
            Same($"the page of {space.Id}", expected, await ListedAsync($"/spaces/{space.Id}", status));

            var (answered, list) = await GetAsync($"/api/v1/spaces/{space.Id}/posts");
            Is($"the API's list of {space.Id}", status, answered);
            Same($"the API's list of {space.Id}", expected, Ids(Named(), list));
        }

        private async Task AudienceAsync(AudienceId audience)
        {
            var sees = facts.Sees(me, audience);
            var explanation = await house.InAsync((Audience a) => a.ExplainAsync(me, audience));
            var reasoned = explanation!.Reasons.Any(r => !r.IntoPart) && (explanation.Whole || explanation.Reasons.Any(r => r.IntoPart));
            if (explanation.Sees != sees || reasoned != sees)
                faults.Enqueue($"{me}: {audience} is explained as {explanation.Sees} by {string.Join(", ", explanation.Reasons)}");

            var (status, page) = await GetAsync($"/audiences/{audience}");
            Is($"the page of the audience {audience}", sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, status);
            if (sees && !page.Contains($"<p class=\"lead\">{SpaceText.People(facts.Count(audience)).Fi}</p>", StringComparison.Ordinal))
                faults.Enqueue($"{me}: the page of the audience {audience} counts others than {facts.Count(audience)}");

            // Everybody of one family, of whom there are no more than are offered at once.
            var family = town.People[Math.Abs(audience.Value.GetHashCode()) % town.People.Count].Family;
            var (offered, options) = await GetAsync($"/posts/mentions/{audience}?q={Uri.EscapeDataString(family)}");
            Is($"the mentions of {audience}", sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, offered);
            var expected = town.People.Where(p => sees && p.Family == family && facts.Sees(p.Id, audience) && facts.Knows(me, p.Id)).Select(p => p.Id.Value);
            Same($"the mentions of {family} in {audience}", expected, Ids(Offered(), options));
        }

        private async Task PostAsync(DrawnPost post)
        {
            var (status, page) = await GetAsync($"/posts/{post.Id}");
            var opens = facts.Opens(me, post.Id);
            Is($"the page of {post.Id}", opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, status);
            var count = opens ? facts.Count(facts.Posts[post.Id].Audience) : 0;
            var said = facts.IsChild(me) ? UiText.PupilSeenBy(count) : UiText.SeenBy(count);
            if (opens && !page.Contains($"<span>{said.Fi}</span>", StringComparison.Ordinal))
                faults.Enqueue($"{me}: the page of {post.Id} counts others than {count}");

            var (api, _) = await GetAsync($"/api/v1/posts/{post.Id}");
            Is($"the API's {post.Id}", facts.Reads(me, post.Id) ? HttpStatusCode.OK : HttpStatusCode.NotFound, api);

            foreach (var rendition in new[] { "original", "w320.webp" })
            {
                using var bytes = await client.SendAsync(new(opens ? HttpMethod.Get : HttpMethod.Head, $"/files/{post.File}/{rendition}"));
                Is($"the {rendition} of {post.Id}", opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, bytes.StatusCode);
            }
        }

        /// <summary>What a list shows, to its last page.</summary>
        private async Task<List<Guid>> ListedAsync(string path, HttpStatusCode expected)
        {
            var found = new List<Guid>();
            for (var next = path; next is not null;)
            {
                var (status, page) = await GetAsync(next);
                Is(next, expected, status);
                found.AddRange(Ids(Listed(), page));
                next = Older().Match(page) is { Success: true } older ? WebUtility.HtmlDecode(older.Groups["href"].Value) : null;
            }

            return found;
        }

        private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
        {
            using var answer = await client.GetAsync(path);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        private static IEnumerable<Guid> Ids(Regex pattern, string text) => pattern.Matches(text).Select(m => Guid.Parse(m.Groups["id"].Value)).Distinct();

        private void Is(string what, HttpStatusCode expected, HttpStatusCode status)
        {
            if (status != expected) faults.Enqueue($"{me}: {what} answers {(int)status}, not {(int)expected}");
        }

        private void Same(string what, IEnumerable<Guid> expected, IEnumerable<Guid> found)
        {
            var (should, does) = (expected.ToHashSet(), found.ToHashSet());
            if (!should.SetEquals(does)) faults.Enqueue($"{me}: {what} lacks {string.Join(", ", should.Except(does))}; has {string.Join(", ", does.Except(should))} too much");
        }
    }
}
