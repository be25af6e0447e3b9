using System.Text.RegularExpressions;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>
/// Absent equals forbidden also where a thing is named in a query or a form and not in the path (see <see cref="AbsentTests"/>): whoever
/// guesses an id into a filter, a composer, a report, a reply or a list of members hears what one hears of an id that never was.
/// </summary>
public sealed partial class NamedTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_named_in_a_query_or_a_form_is_answered_as_what_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await HiddenTown.BuildAsync(house);
        var faults = new List<string>();
        foreach (var (who, person) in town.Visitors)
        {
            // A space of their own, in which they may do everything.
            var own = await house.Town.SpaceAsync("Oma tila", Confidentiality.Members, person);
            using var client = await house.SignedInAsync(person);
            foreach (var ask in Asked(own).Concat(Sent(own)))
            {
                foreach (var name in ask.Names)
                {
                    var forbidden = town.Id(name);
                    await HearAsync(house, client, ask, Guid.CreateVersion7());
                    var never = await HearAsync(house, client, ask, Guid.CreateVersion7());
                    var heard = await HearAsync(house, client, ask, forbidden);

                    // Once a minute what was last seen is noted beside the requests; what gives a thing away does so each time.
                    for (var again = 0; again < 2 && heard != never; again++)
                    {
                        never = await HearAsync(house, client, ask, Guid.CreateVersion7());
                        heard = await HearAsync(house, client, ask, forbidden);
                    }

                    if (heard != never) faults.Add($"{ask.Path} with {ask.Field} of {name}, {who}: {heard} and not {never}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<Ask> Asked(TestSpace own) =>
    [
        new("/people", "group", ["class"]), new("/people", "q", ["person", "other-pupil"]), new("/api/v1/people", "q", ["person"]),
        new("/people/suggest", "q", ["person", "other-pupil"]), new("/posts/new", "space", ["space"]), new("/posts/new", "upload", ["file"]), new("/posts/new", "draft", ["draft"]),
        new("/reports/new?kind=post", "thing", ["post", "hidden"]), new("/reports/new?kind=comment", "thing", ["comment"]),
        new($"/spaces/{own.Id}/access", "person", ["person", "other-pupil"]), new($"/spaces/{own.Id}/members", "q", ["person"]),
    ];

    private static IEnumerable<Ask> Sent(TestSpace own) =>
    [
        Ask.Form("/posts", "space", ["space"], ("title", "Otsikko"), ("body", "Teksti"), ("who", "all")),
        Ask.Form("/posts", "group", ["class"], ("space", $"{own.Id}"), ("title", "Otsikko"), ("body", "Teksti"), ("who", "part")),
        Ask.Form("/posts", "upload", ["file"], ("space", $"{own.Id}"), ("title", "Otsikko"), ("body", "Teksti"), ("who", "all")),
        Ask.Form("/posts/composition", "space", ["space"], ("title", "Otsikko")),
        Ask.Form("/posts/composition", "space", ["space"], ("show", "preview"), ("body", "Teksti")),
        Ask.Form("/posts/composition/preview", "space", ["space"], ("body", "Teksti")),
        Ask.Form("/posts/composition/preview", "upload", ["file"], ("space", $"{own.Id}"), ("body", "Teksti")),
        Ask.Form("/posts/composition/who", "space", ["space"], ("who", "all")),
        Ask.Form("/reports", "thing", ["post", "hidden"], ("kind", "post"), ("reason", "Syy")),
        Ask.Form("/reports", "thing", ["comment"], ("kind", "comment"), ("reason", "Syy")),
        Ask.Form($"/spaces/{own.Id}/members", "person-id", ["person", "other-pupil"], ("role", "20"), ("until", "2026-12-31")),
        Ask.Form("/spaces", "second-id", ["person", "other-pupil"], ("name", "Uusi"), ("purpose", "Yhteinen työ tässä"), ("confidentiality", "20")),
    ];

    private static async Task<Heard> HearAsync(TestHouse house, HttpClient client, Ask ask, Guid id)
    {
        var joint = ask.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        using var request = ask.Fields is null
            ? new HttpRequestMessage(HttpMethod.Get, $"{ask.Path}{joint}{ask.Field}={id}")
            : new HttpRequestMessage(HttpMethod.Post, ask.Path)
            {
                Content = new FormUrlEncodedContent(ask.Fields.Append((ask.Field, id.ToString())).Append(("id", Guid.CreateVersion7().ToString())).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.ParseAdd(ask.Path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html");
        var before = house.Statements.Sent.Count;
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length"))
            .Select(h => $"{h.Key}: {Random().Replace(string.Join(", ", h.Value), "random")}").Order(StringComparer.Ordinal);
        return new((int)answer.StatusCode, body.Length, house.Statements.Sent.Count - before, string.Join("; ", headers));
    }

    [GeneratedRegex("nonce-[0-9a-f]+|[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Random();

    private sealed record Ask(string Path, string Field, string[] Names, IReadOnlyList<(string, string)>? Fields = null)
    {
        public static Ask Form(string path, string field, string[] names, params (string, string)[] fields) => new(path, field, names, fields);
    }

    private sealed record Heard(int Status, int Length, int Statements, string Headers);
}
