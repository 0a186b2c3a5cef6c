using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>Options that several commands share.</summary>
public sealed class SetTests
{
    [Fact]
    public void A_sets_options_come_before_the_classs_own()
        => Assert.Equal(
            ["get", "--kubeconfig", "k", "--namespace", "n", "--output=wide", "--quiet", "--watch", "pods"],
            new Kubectl.Get { Watch = true, Output = "wide", Quiet = true, Namespace = "n", Kubeconfig = new("k"), Resources = ["pods"] }.ToArguments());

    [Fact]
    public void A_classs_own_option_replaces_the_interfaces()
        => Assert.Equal(
            ["apply", "--quiet", "-o", "json", "--filename", "f"],
            new Kubectl.Apply { File = "f", Output = "json", Quiet = true }.ToArguments());

    [Fact]
    public void A_builder_sets_inherited_options()
        => Assert.Equal(
            ["get", "--namespace", "n", "--output=wide", "pods"],
            Kubectl.Get.CreateBuilder().Namespace("n").Output("wide").Resources("pods").Build().ToArguments());

    [Fact]
    public void A_derived_command_renders_its_bases_options_first_and_shares_positions()
    {
        var derived = new Derived { A = "1", B = "2", Required = "r", File = "f", Other = "o" };
        Assert.Equal(["--a", "1", "--req", "r", "--b", "2", "f", "o"], derived.ToArguments());
        Assert.Equal("derived", ((ICommand)derived).FileName);
        Base @base = derived;
        Assert.Equal(derived.ToArguments(), @base.ToArguments());
        Assert.Equal("derived --a 1 --req r --b 2 f o", @base.ToString());
        Assert.Equal(derived.ToArguments(), Derived.CreateBuilder().A("1").B("2").Required("r").File("f").Other("o").Build().ToArguments());
        Assert.Equal(["--a", "1", "--req", "r"], Base.CreateBuilder().A("1").Required("r").Build().ToArguments());
    }

    [Fact]
    public void A_derived_record_renders_as_itself_through_a_base_variable()
    {
        First second = new Second { A = "1", B = "2", Shared = "s" };
        Assert.Equal(["--a", "1", "--b", "2", "--other", "s"], second.ToArguments());
        Assert.Equal("second --a 1 --b 2 --other s", second.ToString());
        Assert.Equal(["--a", "1", "--shared", "s"], new First { A = "1", Shared = "s" }.ToArguments());
    }

    [Fact]
    public void A_parents_option_may_go_after_the_subcommand_or_after_the_arguments()
    {
        var az = new Az { Output = "json", Debug = true, Last = true };
        var vm = new Az.Vm { Parent = az, Group = "g" };
        Assert.Equal(
            ["--debug", "vm", "list", "--output", "json", "--group", "g", "--show-details", "name", "--last"],
            new Az.Vm.List { Parent = vm, ShowDetails = true, Name = "name" }.ToArguments());
        Assert.Equal(["--debug", "vm", "--output", "json", "--group", "g", "--last"], vm.ToArguments());
        Assert.Equal(["--output", "json", "--debug", "--last"], az.ToArguments());
        Assert.Equal(["vm", "list", "name"], new Az.Vm.List { Name = "name" }.ToArguments());
    }
}
