using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>People at the front door: HTTP as a browser sends it, with a session of one's own.</summary>
public static class Browsing
{
    /// <summary>A visitor who has not signed in.</summary>
    public static HttpClient Visitor(this TestHouse house) => Client(house, new CookieContainer());

    /// <summary>The person, signed in, with all gates passed. The session is a row like any other; signing in itself has tests of its own.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestHouse house, PersonId person, bool gates = true, string language = "fi")
    {
        var secret = await OpenSessionAsync(house, person, gates);
        if (language != Language.Default) await house.InAsync((PersonActions people) => people.SetLanguageAsync(person, language));
        var cookies = new CookieContainer();
        cookies.Add(house.Address, new Cookie("tupa", secret));
        var client = Client(house, cookies);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Adds a session row and returns the secret of its cookie.</summary>
    public static async Task<string> OpenSessionAsync(this TestHouse house, PersonId person, bool gates = true)
    {
        var secret = Secrets.New();
        await house.WriteAsync(async db =>
        {
            var account = await db.FindAsync<Account>(person);
            if (account is null)
            {
                var userId = $"user-{person.Value:n}";
                db.Add(new Account { Person = person, UserId = userId, Folded = Account.FoldedOf(userId), CreatedAt = house.Now });
            }

            // The house makes accounts too, for whoever comes with a user ID; the gates are the person's own to pass.
            if (gates && account?.PasswordHash is null && await db.FindAsync<GateMark>(person, Gate.Notice, GateWay.NoticeVersion) is null)
            {
                db.Add(new GateMark { Person = person, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = house.Now });
                db.Add(new GateMark { Person = person, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = house.Now });
            }

            db.Add(new Session
            {
                Id = SessionId.New(),
                Person = person,
                TokenHash = Secrets.Hash(secret),
                StartedAt = house.Now,
                SeenAt = house.Now,
                UntilUtc = house.Now + Session.Longest,
                IdleUntil = house.Now + Session.Longest,
                Shared = false,
                Pending = false,
                Device = "Chromium, Linux",
            });
        });
        return secret;
    }

    /// <summary>Posts a form as our own page would.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }

    /// <summary>The page as a browser would read it.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await answer.DocumentAsync();
    }

    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static HttpClient Client(TestHouse house, CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = house.Address, Timeout = TimeSpan.FromSeconds(60) };
}
