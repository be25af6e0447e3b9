using System.CommandLine;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary><c>tupa operator add</c>: the first person of an empty house.</summary>
internal static class OperatorCommand
{
    public static Command Make()
    {
        var userId = new Argument<string>("user-id") { Description = "What the operator signs in with." };
        var given = new Argument<string>("given-name") { Description = "First name in use." };
        var family = new Argument<string>("family-name") { Description = "Surname." };
        var email = new Option<string?>("--email") { Description = "Work e-mail, for links when the password is forgotten." };
        var add = new Command("add", "Make the first operator and print a one-time code. Refused when the house has an operator.") { userId, given, family, email };
        add.SetAction((result, stop) => AddAsync(result.GetValue(userId)!, result.GetValue(given)!, result.GetValue(family)!, result.GetValue(email), stop));
        return new Command("operator", "Operators of the house.") { add };
    }

    private static async Task<int> AddAsync(string userId, string given, string family, string? email, CancellationToken stop)
    {
        var settings = Settings.Read();
        Directory.CreateDirectory(settings.Folder);
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);

        var (slip, refusal) = await scope.ServiceProvider.GetRequiredService<OperatorActions>()
            .AddAsync(userId, given, family, email, new Text(settings.City, settings.CitySwedish, settings.City), stop);
        if (slip is null)
        {
            await Console.Error.WriteLineAsync(refusal!.Reason.En);
            return 2;
        }

        Console.WriteLine($"User ID:       {slip.UserId}");
        Console.WriteLine($"One-time code: {slip.Words}");
        Console.WriteLine($"Set the password at {settings.Listen}/first-password before {Say.Day(slip.UntilUtc)}. An authenticator app is asked for at the first sign-in.");
        return 0;
    }
}
