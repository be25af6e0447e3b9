namespace Tupa.Bench;

/// <summary>All that is measured, for the people of one filled house.</summary>
internal static class Scenes
{
    // The beginnings that many people share: a short one, a family name, given names, duties.
    private static readonly string[] Words = ["a", "ma", "vir", "korhonen", "opettaja", "lähihoitaja", "mat vir", "niemi"];

    private static readonly FloorTable Post = new("posts_posts", "id", []);
    private static readonly FloorTable Arrival = new("spaces_arrivals", "id", []);
    private static readonly FloorTable Comment = new("posts_comments", "id", []);
    private static readonly FloorTable Session = new("access_sessions", "id", ["token_hash"]);
    private static readonly FloorTable Audit = new("audit_entries", "thing", ["id"]);

    /// <param name="cookies">The secrets of the three sessions.</param>
    /// <param name="picture">The address of a picture that the second person sees.</param>
    public static IReadOnlyList<Scene> Of(BenchPeople people, IReadOnlyDictionary<Guid, string> cookies, string picture)
    {
        var me = cookies[people.Some.Person];
        return
        [
            Home("home-few", people.Few, cookies),
            Home("home-some", people.Some, cookies),
            Home("home-many", people.Many, cookies),
            Page("space", "Page of a space, 50 posts", FloorKind.Page, me, $"/spaces/{people.Space}"),
            Page("search", "Directory search, common words", FloorKind.Page, me, [.. Words.Select(w => "/people?q=" + Uri.EscapeDataString(w))]),
            Page("profile", "Profile", FloorKind.Page, me, [.. people.Profiles.Take(8).Select(p => $"/people/{p}")]),
            Page("post", "Page of a post with its comments", FloorKind.Page, me, [.. people.Posts.Take(8).Select(p => $"/posts/{p}")]),
            Page("picture", "A picture, 640 wide", FloorKind.Bytes, me, picture),
            new("publish", "Publish a post", FloorKind.Rows, _ => Publish(people, me), [Publish(people, me)], [Post, Arrival, Audit]),
            new("comment", "Comment on a post", FloorKind.Rows, n => Say(people, me, n), [Say(people, me, 0)], [Comment, Audit]),
            new("sign-in", "Sign in, from a new browser", FloorKind.SignIn, n => SignIn(people, n), [SignIn(people, 0)], [Session, Audit]),
        ];
    }

    public static Asked SignIn(BenchPeople people, long n) => new("/sessions", null,
        [new("userId", people.UserIds[(int)(n % people.UserIds.Count)]), new("password", BenchPeople.Password)]);

    private static Scene Home(string name, BenchPerson person, IReadOnlyDictionary<Guid, string> cookies) =>
        Page(name, $"Home, 50 arrivals, {person.Audiences} audiences", FloorKind.Page, cookies[person.Person], "/");

    private static Scene Page(string name, string words, FloorKind kind, string cookie, params string[] paths)
    {
        var asked = paths.Select(p => new Asked(p, cookie)).ToArray();
        return new(name, words, kind, n => asked[n % asked.Length], asked);
    }

    private static Asked Publish(BenchPeople people, string cookie) => new("/posts", cookie,
    [
        new("id", Guid.CreateVersion7().ToString()),
        new("space", people.Space.ToString()),
        new("title", "Viikon suunnitelma"),
        new("body", "Maanantaina käydään läpi **syksyn kalenteri**. Tuokaa mukananne omat toiveenne, niin sovitaan vuorot yhdessä.\n\n- kokoustila varattu\n- kahvi tarjolla"),
        new("who", "all"),
    ]);

    private static Asked Say(BenchPeople people, string cookie, long n) => new($"/posts/{people.Posts[(int)(n % people.Posts.Count)]}/comments", cookie,
    [
        new("id", Guid.CreateVersion7().ToString()),
        new("body", "Kiitos, tämä sopii meille hyvin. Otan asian esille huomenna."),
    ]);
}
