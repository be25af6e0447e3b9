using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Notifications;

namespace Tupa.Tests;

/// <summary>A house without a mail server promises no mail; one with a server does not lose one in silence.</summary>
public sealed class MailOffTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Without_a_server_no_page_offers_a_mail_and_none_is_made(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        using var visitor = house.Visitor();

        Assert.Null((await visitor.PageAsync("/sign-in")).QuerySelector("a[href='/forgotten-password']"));
        var page = await visitor.PageAsync("/forgotten-password");
        Assert.Null(page.QuerySelector("form[action='/passwords/link']"));
        Assert.Contains(CodeText.NoMail.Fi, page.Body!.TextContent, StringComparison.Ordinal);
        using var asked = await visitor.PostAsync("/passwords/link", ("userId", "aino.makela"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.DoesNotContain(CodeText.Sent.Fi, (await asked.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<OneTimeCode>().CountAsync()));

        using var browser = await house.SignedInAsync(aino);
        Assert.Contains(PreferenceText.NoServer.Fi, (await browser.PageAsync("/me/notifications")).Body!.TextContent, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.Services.GetRequiredService<IMailer>().SendAsync(new("aino@kuusisalmi.example", "Hei", "Hei", "fi"), default));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task With_a_server_the_link_comes_also_when_it_is_refused_at_first(string database)
    {
        await using var sink = new SmtpSink();
        await using var house = await (await TestHouse.OpenAsync(database, sink.Settings)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var visitor = house.Visitor();
        Assert.NotNull((await visitor.PageAsync("/sign-in")).QuerySelector("a[href='/forgotten-password']"));

        sink.Refuse(1);
        using var asked = await visitor.PostAsync("/passwords/link", ("userId", "aino.makela"));
        Assert.Equal("/forgotten-password?after=sent", asked.Headers.Location!.ToString());
        for (var i = 0; i < 300 && sink.Mails.Count == 0; i++) await Task.Delay(100);
        var mail = Assert.Single(sink.Mails);
        Assert.Equal("aino.makela@kuusisalmi.example", mail.To);

        var link = Regex.Match(mail.Text, @"new-password\?link=(\S+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var set = await visitor.PostAsync("/passwords/by-link", ("link", link), ("new", "metsän siimeksessä 12"), ("again", "metsän siimeksessä 12"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Equal(303, (await house.TryAsync("aino.makela", "metsän siimeksessä 12")).Status);
    }
}
