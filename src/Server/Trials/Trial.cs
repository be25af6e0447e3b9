using Tupa.Access;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Server;

/// <summary>A trial found less than it was to look at, so it shows nothing.</summary>
internal sealed class TrialException : Exception
{
    public TrialException()
    {
    }

    public TrialException(string message) : base(message)
    {
    }

    public TrialException(string message, Exception cause) : base(message, cause)
    {
    }
}

/// <summary>
/// Sends somebody through the house who is nobody: in at the door, through every route there is, and out. The route table itself says what
/// there is, so a new route is in the next trial without anybody thinking of it.
/// </summary>
internal sealed class Trial(FrontDoor door, TrialPeople people, TrialAccess access, TrialErasure erasure)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Lets the trial person in, runs the trial, and erases the person whatever came of it.</summary>
    /// <exception cref="TrialException">Nobody could be let in, or something of the person stayed behind.</exception>
    public async Task<T> RunAsync<T>(Func<TrialKeys, Task<T>> trial, CancellationToken stop)
    {
        // What a killed one has left.
        await erasure.RunAsync(stop);
        T answer;
        int left;
        try
        {
            if (!await people.BeginAsync(stop)) throw new TrialException("There is no unit yet that anybody could work in");
            answer = await trial(await access.OpenAsync(TrialPeople.Id, stop));
        }
        finally
        {
            left = await erasure.RunAsync(CancellationToken.None);
        }

        return left == 0 ? answer : throw new TrialException("Something of the trial person stayed behind");
    }

    /// <summary>The person has read the notice and given the pledge.</summary>
    public Task PassGatesAsync(CancellationToken stop) => access.PassGatesAsync(TrialPeople.Id, stop);

    /// <summary>The assignment has ended by the calendar; no job has tidied.</summary>
    public Task LapseAsync(CancellationToken stop) => people.LapseAsync(stop);

    /// <summary>
    /// Every route that is for people: not what is the same for everybody, not what is for machines with keys of their own, and not what
    /// visitors may do, for it would be done.
    /// </summary>
    public IReadOnlyList<(RouteEndpoint Route, string Method)> Routes { get; } =
    [
        .. from route in door.Routes
           where route.Metadata.GetMetadata<ImpersonalAttribute>() is null && route.Metadata.GetMetadata<ForMachinesAttribute>() is null
           from method in Methods(route)
           where HttpMethods.IsGet(method) || !IsForVisitors(route)
           select (route, method),
    ];

    /// <summary>Whether anybody may use it, signed in or not.</summary>
    public static bool IsForVisitors(Endpoint route) => route.Metadata.GetMetadata<ForVisitorsAttribute>() is not null;

    /// <summary>Whether it is open before the gates: own data, sign-out, the gates themselves.</summary>
    public static bool IsBeforeGates(Endpoint route) => route.Metadata.GetMetadata<BeforeGatesAttribute>() is not null;

    /// <summary>One request to one route. What did not come to the route that it was meant for shows nothing.</summary>
    /// <exception cref="TrialException">Another route took it, or none.</exception>
    public async Task<Answered> AskAsync(RouteEndpoint route, string method, string? cookie, string? authorization, CancellationToken stop)
    {
        // What has let somebody in may never end by itself: a live stream.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Longest);
        var answer = await door.AskAsync(new(method, FrontDoor.PathOf(route), Cookie: cookie, Authorization: authorization), patience.Token);
        return ReferenceEquals(answer.Route, route) || SamePattern(answer.Route, route) ? answer : throw new TrialException($"{method} {route.RoutePattern.RawText} could not be reached");
    }

    public static bool IsClosed(int status) => status is StatusCodes.Status303SeeOther or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;

    /// <summary>A page answers by more than one endpoint, one for each way of asking.</summary>
    private static bool SamePattern(Endpoint? got, RouteEndpoint meant) => got is RouteEndpoint { RoutePattern.RawText: var raw } && raw == meant.RoutePattern.RawText;

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : [HttpMethods.Get];
}
