using System.CommandLine;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Server;

/// <summary><c>tupa operator add</c>: the first person of a house, made by whoever has the machine.</summary>
internal static class OperatorCommand
{
    public static Command Make()
    {
        var userId = new Argument<string>("user-id") { Description = "What the operator signs in with, for example aino.maki." };
        var given = new Argument<string>("given") { Description = "The given name." };
        var family = new Argument<string>("family") { Description = "The family name." };
        var email = new Option<string?>("--email") { Description = "The work e-mail, for a forgotten password and for news of the account." };
        var add = new Command("add", """
            Make the first operator of this house and print a one-time code for the first password.

            Makes a person with an assignment in the city's own unit, the authority of an operator for twelve months, and an account.
            Refused where the user ID is taken, and where there is an operator already: operators grant authorities at /register.
            Run it on the machine of the house, as its user and with its settings. The house may be serving meanwhile.
            """)
        {
            userId, given, family, email,
        };
        add.SetAction((result, stop) => AddAsync(
            new(result.GetValue(userId)!, result.GetValue(given)!, result.GetValue(family)!, result.GetValue(email), default), stop));
        return new("operator", "Who looks after the house.") { add };
    }

    private static async Task<int> AddAsync(NewOperator told, CancellationToken stop)
    {
        var settings = Settings.Read();
        Directory.CreateDirectory(settings.Folder);
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);

        var (slip, refusal) = await AddAsync(scope.ServiceProvider, settings, told, stop);
        if (slip is null)
        {
            await Console.Error.WriteLineAsync(refusal?.Reason.En);
            return 2;
        }

        Console.WriteLine($"""
            {slip.Name} is the operator of this house until {Say.Day(services.GetRequiredService<TimeProvider>().Today().AddMonths(12))}.

              user ID         {slip.UserId}
              one-time code   {slip.Words}
              set a password  {settings.Address}/first-password

            The code is shown only here and is good until {Say.Day(slip.UntilUtc)}.
            """);
        return 0;
    }

    /// <summary>The deed itself, signed by this command.</summary>
    internal static Task<(Slip? Slip, Refusal? Refusal)> AddAsync(IServiceProvider scope, Settings settings, NewOperator told, CancellationToken stop) =>
        scope.GetRequiredService<FirstOperator>().AddAsync(
            told with { City = new(settings.City, settings.CitySwedish, settings.City) }, Actor.House("operator-command"), stop);
}
